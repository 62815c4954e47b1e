import type { Invoice } from '@timedesk/contracts/invoice'
import type { PotentialItem, PotentialMark } from '@timedesk/contracts/potential'
import type { TimeEntry } from '@timedesk/contracts/time'
import fc from 'fast-check'
import { keyOf, money } from './invoice-desk.ts'
import type { openPostingDesk } from './posting-desk.ts'

type Desk = Awaited<ReturnType<typeof openPostingDesk>>

const kinds = [
  ...(['work', 'work', 'draft', 'draft', 'add', 'own line', 'write down', 'release source', 'remove line'] as const),
  ...(['delete', 'hold', 'write off', 'release mark', 'edit', 'correct', 'remove entry', 'post', 'discount'] as const),
] as const

/** A step of a history: what is tried, on which of the things there are, and with what number. */
export type Step = { kind: (typeof kinds)[number]; pick: number; amount: number }

export const anyStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...kinds),
  pick: fc.nat(100),
  amount: fc.integer({ min: 1, max: 240 }),
})

/** Tries steps on a customer; whatever is refused is refused whole. */
export function openDraftSteps(desk: Desk, customerId: string) {
  const list = async <Item>(path: string) =>
    (await desk.succeed<{ data: Item[] }>('GET', `${path}${path.includes('?') ? '&' : '?'}limit=200`)).data
  const chosen = <Item>(from: readonly Item[], { pick }: Step): Item | undefined =>
    from[pick % Math.max(1, from.length)]
  const drafts = () => list<{ id: string }>(`/invoices?customerId=${customerId}&state=draft`)
  const entries = () => list<TimeEntry>(`/time-entries?customerId=${customerId}`)
  const ready = async () => (await desk.items(customerId)).filter(({ state }) => state === 'ready')

  async function draftOf(step: Step): Promise<Invoice | null> {
    const draft = chosen(await drafts(), step)
    return draft === undefined ? null : desk.invoice(draft.id)
  }

  async function someItems({ pick }: Step): Promise<PotentialItem[]> {
    return (await ready()).filter((_, index) => (pick >> (index % 7)) % 2 === 0)
  }

  async function onEntry(step: Step, method: 'PATCH' | 'DELETE' | 'POST', path = '', payload?: object) {
    const entry = chosen(await entries(), step)
    return entry && desk.change(method, `/time-entries/${entry.id}${path}`, payload, desk.agent)
  }

  async function onDraft(step: Step, method: 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object) {
    const draft = await draftOf(step)
    return draft === null ? undefined : desk.change(method, `/invoices/${draft.id}${path}`, payload)
  }

  async function onLine(step: Step, act: (path: string, line: Invoice['invoiceLines'][number]) => Promise<unknown>) {
    const draft = await draftOf(step)
    const line = chosen(draft?.invoiceLines ?? [], step)
    return draft === null || line === undefined ? undefined : act(`/invoices/${draft.id}/lines/${line.id}`, line)
  }

  async function mark(step: Step, kind: 'hold' | 'write_off') {
    const items = (await someItems(step)).map(keyOf)
    return items.length === 0
      ? undefined
      : desk.change('POST', '/potential-marks', { kind, items, reason: 'Ask first.' })
  }

  const steps: Record<Step['kind'], (step: Step) => Promise<unknown>> = {
    work: ({ amount }) => desk.work(customerId, amount),
    draft: async (step) => {
      const items = (await someItems(step)).map(keyOf)
      return desk.change('POST', '/invoices', { customerId, ...(items.length > 0 && { items }) })
    },
    add: async (step) => {
      const items = (await someItems(step)).map(keyOf)
      return items.length === 0 ? undefined : onDraft(step, 'POST', '/lines', { items })
    },
    'own line': (step) =>
      onDraft(step, 'POST', '/lines', { text: 'Travel', quantity: step.amount, unitPrice: money('3.33') }),
    'write down': (step) =>
      onLine(step, (path) =>
        desk.change('PATCH', path, { net: money(`${String(step.amount)}.37`), adjustmentReason: 'Agreed.' }),
      ),
    'release source': (step) =>
      onLine(step, async (path, { sources }) => {
        const source = chosen(sources, step)
        const draft = path.replace(/\/lines\/.*$/u, '')
        return source && desk.change('DELETE', `${draft}/sources/${source.id}`)
      }),
    'remove line': (step) => onLine(step, (path) => desk.change('DELETE', path)),
    delete: (step) => onDraft(step, 'DELETE', ''),
    hold: (step) => mark(step, 'hold'),
    'write off': (step) => mark(step, 'write_off'),
    'release mark': async (step) => {
      const found = chosen(await list<PotentialMark>(`/potential-marks?customerId=${customerId}`), step)
      return found && desk.change('DELETE', `/potential-marks/${found.id}`)
    },
    edit: (step) => onEntry(step, 'PATCH', '', { minutes: step.amount }),
    correct: (step) => onEntry(step, 'POST', '/corrections', { minutes: step.amount, reason: 'Mistyped.' }),
    'remove entry': (step) => onEntry(step, 'DELETE'),
    post: (step) => onDraft(step, 'POST', '/posting'),
    discount: (step) =>
      onDraft(step, 'PATCH', '', { discountPercent: String(step.amount % 30), discountReason: 'Loyalty' }),
  }

  return { take: (step: Step) => steps[step.kind](step), entries }
}
