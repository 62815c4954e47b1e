import { Refusal } from '@timedesk/contracts/refusal'
import { grossOfLine } from '@timedesk/domain/invoicing/line-net'
import { withoutWork } from '@timedesk/domain/invoicing/line-texts'
import { spanOf } from '@timedesk/domain/invoicing/plan-lines'
import { roundHalfUp } from '@timedesk/domain/money/round-half-up'
import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { changesBetween } from '../../platform/events/changes.ts'
import { restateInvoice } from '../restate-invoice.ts'
import { sourcesOf, type StoredInvoice, type StoredLine, type StoredSource } from '../stored-invoice.ts'
import { holdDraft, lineOfDraft } from './hold-draft.ts'
import { shownLine } from './line-fields.ts'
import { removeLine } from './remove-line.ts'

/**
 * Takes one source off a line of a draft: it is potential again, and the line charges the rest; without a rest the line
 * goes too. Refuses as `holdDraft` does, an unknown source, and with `not_found` what a credit note takes back.
 */
export async function releaseInvoiceSource(
  tx: Tx,
  context: Context,
  { invoiceId, sourceId }: { invoiceId: string; sourceId: string },
  ifMatch: number | null,
): Promise<void> {
  const stored = await holdDraft(tx, invoiceId, ifMatch)
  const source = stored.sources.find(({ id, creditsId }) => id === sourceId && creditsId === null)
  if (source === undefined) throw new Refusal('not_found')
  const line = lineOfDraft(stored, source.lineId)
  const rest = sourcesOf(stored, line.id).filter(({ id }) => id !== sourceId)
  if (rest.length === 0) await removeLine(tx, context, stored, line)
  else {
    const [period, description] = await Promise.all([
      findPeriod(tx, line, rest),
      describeRest(tx, stored, line, source, rest),
    ])
    const after = { ...line, ...withoutSource(line, source, rest), period, description }
    await tx.rows(Prisma.sql`DELETE FROM invoice_source WHERE id = ${sourceId}::uuid`)
    await storeRest(tx, after)
    const changes = changesBetween(shownLine(line, stored.currency), shownLine(after, stored.currency))
    await appendEvents(tx, context, { kind: 'invoice', id: invoiceId, customerId: stored.customerId }, [
      { type: 'invoice.line_changed', text: line.text, changes, reason: '' },
    ])
  }
  await restateInvoice(tx, invoiceId)
}

/**
 * Minutes shrink by those of the source, in proportion where they were changed by hand. A line without an allowance
 * charges what is left of them; with one, less by the source's own part.
 */
function withoutSource(line: StoredLine, source: StoredSource, rest: readonly StoredSource[]) {
  const quantity = line.unit === 'MIN' ? restOf(line.quantity, source, rest) : line.quantity
  const gross = grossOfLine({ ...line, quantity })
  const allowance = line.allowance === 0 ? 0 : gross - (line.net - source.amount)
  return { quantity, allowance, net: gross - allowance, registered: line.registered - source.registered }
}

function restOf(quantity: number, { minutes }: StoredSource, rest: readonly StoredSource[]): number {
  const left = rest.reduce((sum, source) => sum + (source.minutes ?? 0), 0)
  const all = left + (minutes ?? 0)
  return quantity === all || all <= 0 ? left : roundHalfUp(quantity * left, all)
}

/** Time is for the days on which it was done. */
async function findPeriod(
  reader: Reader,
  line: StoredLine,
  rest: readonly StoredSource[],
): Promise<StoredLine['period']> {
  const entryIds = rest.flatMap(({ entryId }) => entryId ?? [])
  if (entryIds.length < rest.length) return line.period
  const days = await reader.rows<{ day: string }>(
    Prisma.sql`SELECT DISTINCT work_date::text AS day FROM time_entry WHERE id = ANY(${entryIds}::uuid[])`,
  )
  return spanOf(days.map(({ day }) => ({ from: day, to: day })))
}

/** What is told of each entry is a line of its own; that of the source goes, unless another of the entry stays. */
async function describeRest(
  reader: Reader,
  { language }: Pick<StoredInvoice, 'language'>,
  { description }: StoredLine,
  { entryId }: StoredSource,
  rest: readonly StoredSource[],
): Promise<string> {
  if (entryId === null || rest.some((other) => other.entryId === entryId)) return description
  const [entry] = await reader.rows<{ day: string; text: string }>(Prisma.sql`SELECT t.work_date::text AS day,
      coalesce(nullif(t.customer_text, ''), ty.name) AS text
    FROM time_entry t JOIN activity_type ty ON ty.id = t.activity_type_id WHERE t.id = ${entryId}::uuid`)
  return entry === undefined ? description : withoutWork(description, language, entry)
}

async function storeRest(tx: Tx, line: StoredLine): Promise<void> {
  const { id, description, quantity, allowance, net, registered, period } = line
  await tx.rows(Prisma.sql`UPDATE invoice_line SET description = ${description}, quantity = ${quantity}, allowance = ${allowance},
      net = ${net}, registered = ${registered},
      period_from = ${period?.from ?? null}::date, period_to = ${period?.to ?? null}::date
    WHERE id = ${id}::uuid`)
}
