import { createHmac, timingSafeEqual } from 'node:crypto'
import { Refusal } from '@timedesk/contracts/refusal'

const SIGNATURE_BYTES = 12

export type PageRequest = {
  limit: number
  after?: string | undefined
}

export type Page<Item> = {
  data: Item[]
  page: { after: string | null; hasMore: boolean; total?: number }
}

export type CursorKey = readonly (string | number | null)[]

/**
 * Makes and reads cursors: opaque, signed, and bound to a list with its filter and sort, so that a cursor of
 * one list is refused by another.
 */
export type Paging = {
  /** The sort key of the last row of the page before; null at the beginning. Refuses with `invalid_cursor`. */
  keyAfter: (binding: unknown, request: PageRequest) => CursorKey | null
  /** Cuts `limit + 1` fetched rows to a page; the extra row only tells that there is more. */
  cut: <Row, Item>(
    binding: unknown,
    request: PageRequest,
    rows: Row[],
    keyOf: (row: Row) => CursorKey,
    present: (row: Row) => Item,
  ) => Page<Item>
}

/** `secret` signs; `binding` is anything that JSON can say: the list's name and its filters. */
export function createPaging(secret: string): Paging {
  const sign = (binding: unknown, payload: string) =>
    createHmac('sha256', secret)
      .update(`cursor\n${JSON.stringify(binding)}\n${payload}`)
      .digest()
      .subarray(0, SIGNATURE_BYTES)

  return {
    keyAfter(binding, { after }) {
      if (after === undefined) return null
      const [payload = '', signature = ''] = after.split('.')
      const given = Buffer.from(signature, 'base64url')
      const expected = sign(binding, payload)
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Refusal('invalid_cursor')
      return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as CursorKey
    },
    cut(binding, { limit }, rows, keyOf, present) {
      const shown = rows.slice(0, limit)
      const last = shown.at(-1)
      const hasMore = rows.length > limit && last !== undefined
      const payload = hasMore ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : ''
      const after = hasMore ? `${payload}.${sign(binding, payload).toString('base64url')}` : null
      return { data: shown.map(present), page: { after, hasMore } }
    },
  }
}

/** Adds the total of the list, without its pages, where the caller asked for it; `count` is not run otherwise. */
export async function withTotal<Item>(
  page: Page<Item>,
  { count: asked }: { count?: 'exact' | undefined },
  count: () => Promise<number>,
): Promise<Page<Item>> {
  return asked === undefined ? page : { ...page, page: { ...page.page, total: await count() } }
}

/** What a cursor is bound to: the list's name and everything of the query but the page itself. */
export function bindingOf(list: string, query: object): unknown {
  return [
    list,
    Object.entries(query).filter(
      ([name, value]) => name !== 'limit' && name !== 'after' && name !== 'count' && value !== undefined,
    ),
  ]
}
