import type { ExtranetExcerpt } from '@timedesk/contracts/extranet-cases'
import { highlight } from '@timedesk/domain/search/excerpt'
import type { ContactActor } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/database.ts'
import type { ExtranetCaseRow } from '../extranet-case-rows.ts'
import { chooseExcerpts, type FoundText } from './choose-excerpts.ts'
import { findTexts } from './find-texts.ts'
import type { WidenedSearch } from './widen-search.ts'

type Place = ExtranetExcerpt['in']

/** Where a contact's words stand in cases of a list, by case: in what the contact reads of them. */
export async function findContactExcerpts(
  reader: Reader,
  actor: ContactActor,
  rows: readonly ExtranetCaseRow[],
  search: WidenedSearch | null,
): Promise<ReadonlyMap<string, ExtranetExcerpt[]>> {
  if (search === null) return new Map()
  const sought = search.wanted.map((term) => term.sought)
  const ids = rows.map(({ id }) => id)
  const texts = await findTexts(reader, ids, sought, { withNotes: false })
  return new Map(
    rows.map((row): [string, ExtranetExcerpt[]] => {
      const read = (texts.get(row.id) ?? []).flatMap(asRead)
      const chosen = chooseExcerpts(row.subject, [...read, ...ownTexts(row, actor)], sought)
      const subject = highlight(row.subject, sought)
      const named: ExtranetExcerpt[] =
        subject.ranges.length === 0 ? [] : [{ in: 'subject', ...subject, itemId: null, at: null }]
      return [row.id, [...named, ...chosen.map(({ by: _ours, ...excerpt }) => excerpt)]]
    }),
  )
}

function asRead(found: FoundText<Place | 'note' | 'side'>): FoundText<Place>[] {
  const { in: place, ...rest } = found
  return place === 'note' || place === 'side' ? [] : [{ ...rest, in: place }]
}

function ownTexts(row: ExtranetCaseRow, { permissions }: ContactActor): FoundText<Place>[] {
  const own: [Place, string | null][] = [
    ['reference', row.externalReference],
    ['product', row.product],
    ['contact', row.contactName],
    ['resolution', permissions.has('dialogue:read') ? row.resolution : null],
  ]
  return own.flatMap(([place, text]) =>
    text === null || text === ''
      ? []
      : [{ in: place, text, isMarkdown: place === 'resolution', itemId: null, at: null, by: null }],
  )
}
