import type { Invoice } from '@timedesk/contracts/invoice'
import { amountText, parseAmount } from '@timedesk/domain/money/money'
import fc from 'fast-check'
import { money } from './invoice-desk.ts'
import {
  payableOf,
  remainingOf,
  type Ask,
  type InvoiceModel,
  type ModelInvoice,
  type ModelLine,
} from './invoice-model.ts'
import type { openPostingDesk } from './posting-desk.ts'

export const stepKinds = [
  ...(['work', 'work', 'work', 'draft', 'draft', 'change line', 'own line', 'remove', 'post', 'post', 'post'] as const),
  ...(['credit part', 'credit line', 'credit line', 'credit rest', 'pay', 'pay'] as const),
] as const
export type InvoiceStep = { kind: (typeof stepKinds)[number]; pick: number; amount: number; isRebilled: boolean }

export const anyInvoiceStep: fc.Arbitrary<InvoiceStep> = fc.record({
  kind: fc.constantFrom(...stepKinds),
  pick: fc.nat(100),
  amount: fc.integer({ min: 1, max: 240 }),
  isRebilled: fc.boolean(),
})

type Desk = Awaited<ReturnType<typeof openPostingDesk>>
type Stage = { desk: Desk; model: InvoiceModel; customerId: string }
type Taken = { answered: number; expected: number }

const NOTHING: Taken = { answered: 0, expected: 0 }
const minor = ({ amount }: { amount: string }) => Number(parseAmount(amount))
const wire = (amount: number) => money(amountText(amount))

/** Takes a step through the API and on paper, and says what was answered and what should have been. */
export function takeInvoiceStep(stage: Stage, step: InvoiceStep): Promise<Taken> {
  switch (step.kind) {
    case 'work':
      return work(stage, step)
    case 'draft':
      return draft(stage)
    case 'change line':
    case 'own line':
    case 'remove':
    case 'post':
      return withInvoice(stage, step, 'draft', (invoice) => changeDraft(stage, step, invoice))
    case 'credit part':
    case 'credit line':
    case 'credit rest':
      return withInvoice(stage, step, 'posted', (invoice) => credit(stage, step, invoice))
    case 'pay':
      return withInvoice(stage, step, 'posted', (invoice) => pay(stage, step, invoice))
  }
}

async function withInvoice(
  { model }: Stage,
  { pick }: InvoiceStep,
  state: ModelInvoice['state'],
  act: (invoice: ModelInvoice) => Promise<Taken>,
): Promise<Taken> {
  const found = model.invoices.filter((invoice) => invoice.state === state)
  const invoice = found[pick % Math.max(1, found.length)]
  return invoice === undefined ? NOTHING : act(invoice)
}

async function work({ desk, model, customerId }: Stage, { amount }: InvoiceStep): Promise<Taken> {
  const entry = await desk.work(customerId, amount)
  model.potential.set(entry.id, minor(entry.amount ?? money('0')))
  return { answered: 201, expected: 201 }
}

async function draft({ desk, model, customerId }: Stage): Promise<Taken> {
  const expected = model.potential.size === 0 ? 409 : 201
  const answer = await desk.change('POST', '/invoices', { customerId, through: '2026-12-31' })
  if (answer.statusCode === 201) {
    const { id, invoiceLines } = answer.json<Invoice>()
    model.draft(id, invoiceLines.map(lineOf))
  }
  return { answered: answer.statusCode, expected }
}

function lineOf({ id, net, registered, sources }: Invoice['invoiceLines'][number]): ModelLine {
  const entryId = sources[0]?.item.entry?.id ?? null
  return { id, entryId, net: minor(net), registered: minor(registered), credited: 0, isTouched: false }
}

async function changeDraft({ desk, model }: Stage, step: InvoiceStep, invoice: ModelInvoice): Promise<Taken> {
  const path = `/invoices/${invoice.id}`
  switch (step.kind) {
    case 'remove': {
      const { statusCode } = await desk.change('DELETE', path)
      model.remove(invoice)
      return { answered: statusCode, expected: 204 }
    }
    case 'own line': {
      const own = { text: 'Travel', quantity: step.amount, unitPrice: money('3.33') }
      const answer = await desk.change('POST', `${path}/lines`, own)
      invoice.lines = answer.json<Invoice>().invoiceLines.map(lineOf)
      return { answered: answer.statusCode, expected: 201 }
    }
    case 'change line': {
      const line = invoice.lines[step.pick % Math.max(1, invoice.lines.length)]
      if (line === undefined) return NOTHING
      const body = { net: wire(step.amount * 37), adjustmentReason: 'Agreed.' }
      const { statusCode } = await desk.change('PATCH', `${path}/lines/${line.id}`, body)
      line.net = step.amount * 37
      return { answered: statusCode, expected: 200 }
    }
    default: {
      const { statusCode } = await desk.tryToPost(invoice.id)
      if (invoice.lines.length > 0) invoice.state = 'posted'
      return { answered: statusCode, expected: invoice.lines.length > 0 ? 200 : 409 }
    }
  }
}

async function credit({ desk, model }: Stage, step: InvoiceStep, invoice: ModelInvoice): Promise<Taken> {
  const asked = askedOf(step, invoice)
  const disposition = step.isRebilled ? 'rebill' : 'write_off'
  const isAllowed = asked.length > 0 && model.mayCredit(asked, disposition)
  const before = await desk.invoice(invoice.id)
  const sourceOf = (line: ModelLine) => before.invoiceLines.find(({ id }) => id === line.id)?.sources[0]?.id
  const body =
    step.kind === 'credit rest'
      ? { disposition }
      : {
          sources: asked.flatMap(({ line, amount }) => {
            return line.entryId === null ? [] : [{ id: sourceOf(line), disposition, amount: wire(amount) }]
          }),
          lines: asked.flatMap(({ line, amount }) =>
            line.entryId === null ? [{ id: line.id, amount: wire(amount) }] : [],
          ),
        }
  const drafted = await desk.tryToCredit(invoice.id, body)
  if (!isAllowed || drafted.statusCode !== 201) return { answered: drafted.statusCode, expected: isAllowed ? 201 : 409 }
  const { statusCode } = await desk.tryToPost(drafted.json<Invoice>().id)
  model.credit(invoice, asked, disposition)
  return { answered: statusCode, expected: 200 }
}

/** A line, a part of one, or all that is left. */
function askedOf({ kind, pick, amount }: InvoiceStep, invoice: ModelInvoice): Ask[] {
  const left = (line: ModelLine) => line.net - line.credited
  if (kind === 'credit rest')
    return invoice.lines
      .filter((line) => left(line) !== 0 || !line.isTouched)
      .map((line) => ({ line, amount: left(line) }))
  const line = invoice.lines[pick % Math.max(1, invoice.lines.length)]
  if (line === undefined) return []
  return [{ line, amount: kind === 'credit line' ? left(line) : amount * 50 }]
}

async function pay({ desk }: Stage, { pick, amount }: InvoiceStep, invoice: ModelInvoice): Promise<Taken> {
  const owed = remainingOf(invoice)
  const paid = pick % 2 === 0 ? Math.max(1, owed) : Math.min(amount * 100, payableOf(invoice) + 1)
  const body = { amount: wire(paid), paidOn: '2026-03-02' }
  const { statusCode } = await desk.change('POST', `/invoices/${invoice.id}/payments`, body)
  const isAllowed = paid > 0 && paid <= owed
  if (isAllowed) invoice.paid += paid
  return { answered: statusCode, expected: isAllowed ? 201 : 409 }
}
