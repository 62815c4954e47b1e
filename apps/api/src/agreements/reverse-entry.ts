import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Acting } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { piecesInsertion, type PlacedPiece } from './place-pieces.ts'
import { appendLedger, type Movement } from './pools/append-ledger.ts'
import { rateDependents, rateScope } from './rate-again.ts'
import { restoreDraws } from './restore-draws.ts'
import { returnDraws, returnOf } from './return-draws.ts'
import { findPieces } from './stored-entries.ts'

/** Where a reversal counts in the books, the state it has there, and why it is made. */
type Reversal = { bookedOn: string; isLate: boolean; reason: string; state: 'open' | 'submitted' | 'approved' }

/** What a correction leaves open on its case. */
type Original = {
  id: string
  customerId: string | null
  caseId: string | null
  agreementId: string | null
  workDate: string
  isBillable: boolean
  isLocked: boolean
  /** Whether a document charges it, or somebody wrote it off. */
  isSettled: boolean
  hasDrawn: boolean
  /** Whether a replacement takes its place in what is rounded together. */
  isReplaced: boolean
}

/**
 * Takes an entry back by one that mirrors it (R9): minutes, worth, cost and pieces negated, and what it drew returned.
 * Resolves with the id of the reversal. Whoever calls this holds the customer alone, and afterwards calls
 * `rateAfterCorrection`.
 */
export async function reverseEntry(tx: Tx, context: Acting, entryId: string, reversal: Reversal): Promise<string> {
  const id = context.newId()
  const placed: PlacedPiece[] = []
  const returns: Movement[] = []
  for (const { draw, ...piece } of await findPieces(tx, entryId)) {
    const returnId = draw === null ? null : context.newId()
    placed.push({ ...mirrored(piece), id: context.newId(), entryId: id, position: placed.length, ledgerId: returnId })
    if (draw !== null && returnId !== null)
      returns.push({ ...returnOf(draw, id), id: returnId, minutes: negated(draw.minutes) })
  }
  await Promise.all([
    appendLedger(tx, context, returns),
    tx.rows(mirrorInsertion(context, id, entryId, reversal)),
    tx.rows(piecesInsertion(placed)),
  ])
  return id
}

/**
 * Removes the reversal and the replacement of an entry: what the replacement drew goes back, and the entry draws anew
 * what was returned, its figures unchanged. Where the units are not there any more it is rated anew; that is refused
 * with `correction_refused` when it is booked in a closed period or charged already, and with `time_settled` when the
 * correction is.
 */
export async function withdrawCorrection(tx: Tx, context: Acting, originalId: string): Promise<void> {
  const original = await readOriginal(tx, originalId)
  const { customerId, isLocked, isSettled, hasDrawn } = original
  await refuseSettled(tx, originalId)
  const [replacement] = await tx.rows<Pick<Original, 'id' | 'caseId' | 'agreementId' | 'workDate' | 'isBillable'>>(
    Prisma.sql`SELECT t.id, t.case_id AS "caseId", t.agreement_id AS "agreementId", t.work_date::text AS "workDate", t.is_billable AS "isBillable"
      FROM time_entry t WHERE t.corrects_id = ${originalId}::uuid AND t.correction = 'replacement'`,
  )
  const { units } = replacement === undefined ? { units: [] } : await returnDraws(tx, context, replacement)
  await tx.rows(Prisma.sql`DELETE FROM time_entry WHERE corrects_id = ${originalId}::uuid`)
  if (hasDrawn && !(await restoreDraws(tx, context, originalId))) {
    if (isLocked || isSettled)
      throw new Refusal('correction_refused', {
        detail: 'What it gave back is used, and the period of its entry is closed, or it is charged already.',
      })
    await rateScope(tx, context, customerId, { entryIds: [originalId] })
  }
  const group = replacement?.isBillable === true ? replacement : null
  await rateDependents(tx, context, customerId, [
    { group, units },
    { group: original.isBillable ? original : null, units: [] },
  ])
}

/**
 * Rates anew what rested on an entry that was corrected: what was rounded together with it, unless a replacement has
 * taken its place, and what a unit covered that is no more.
 */
export async function rateAfterCorrection(tx: Tx, context: Acting, originalId: string): Promise<void> {
  const original = await readOriginal(tx, originalId)
  const pieces = await findPieces(tx, originalId)
  const units = pieces.flatMap(({ poolId, units: drawn }) =>
    poolId === null || drawn === null || drawn === 0 ? [] : [{ caseId: original.caseId, poolId }],
  )
  const group = original.isBillable && !original.isReplaced ? original : null
  await rateDependents(tx, context, original.customerId, [{ group, units }])
}

/** Refuses with `time_settled` a correction that a document charges or charged, or that somebody wrote off. */
async function refuseSettled(tx: Tx, originalId: string): Promise<void> {
  const settled = await tx.rows(
    Prisma.sql`SELECT 1 FROM time_entry t WHERE t.corrects_id = ${originalId}::uuid
      AND (is_settled_time(t.id) OR EXISTS (SELECT 1 FROM invoice_source s WHERE s.entry_id = t.id))`,
  )
  if (settled.length > 0) throw new Refusal('time_settled')
}

async function readOriginal(tx: Tx, id: string): Promise<Original> {
  const [original] =
    await tx.rows<Original>(Prisma.sql`SELECT t.id, t.customer_id AS "customerId", t.case_id AS "caseId",
      t.agreement_id AS "agreementId", t.work_date::text AS "workDate", t.is_billable AS "isBillable",
      coalesce(t.booked_on <= co.hard_locked_through, false) AS "isLocked", is_settled_time(t.id) AS "isSettled",
      EXISTS (SELECT 1 FROM cover_piece p WHERE p.entry_id = t.id AND p.units > 0) AS "hasDrawn",
      EXISTS (SELECT 1 FROM time_entry x WHERE x.corrects_id = t.id AND x.correction = 'replacement' AND x.is_billable
        AND x.agreement_id = t.agreement_id AND x.case_id = t.case_id AND x.work_date = t.work_date) AS "isReplaced"
    FROM time_entry t CROSS JOIN company co WHERE t.id = ${id}::uuid`)
  if (original === undefined) throw new Refusal('not_found')
  return original
}

/** Zero stays zero, without a sign. */
function negated<Figure extends number | null>(figure: Figure): Figure {
  return (figure === null ? null : 0 - figure) as Figure
}

function mirrored<Negated extends Pick<PlacedPiece, 'minutes' | 'amount' | 'value' | 'units'>>(
  piece: Negated,
): Negated {
  const { minutes, amount, value, units } = piece
  return { ...piece, minutes: negated(minutes), amount: negated(amount), value: negated(value), units: negated(units) }
}

/** It has no clock: nothing was worked at that time a second time. */
function mirrorInsertion(
  { now }: Acting,
  id: string,
  entryId: string,
  { bookedOn, isLate, reason, state }: Reversal,
): Prisma.Sql {
  return Prisma.sql`WITH mirror AS (
      INSERT INTO time_entry (id, employee_id, customer_id, case_id, project_id, task_id, activity_type_id, price_class_id, agreement_id,
        work_date, booked_on, is_late, minutes, is_billable, billable_choice, rate_override, state, correction, corrects_id, correction_reason,
        customer_text, internal_text, created_at)
      SELECT ${id}::uuid, employee_id, customer_id, case_id, project_id, task_id, activity_type_id, price_class_id, agreement_id,
        work_date, ${bookedOn}::date, ${isLate}::bool, -minutes, is_billable, billable_choice, rate_override, ${state}, 'reversal', id, ${reason},
        customer_text, '', ${now}::timestamptz
      FROM time_entry WHERE id = ${entryId}::uuid)
    INSERT INTO time_rating (entry_id, billable_minutes, rate_per_hour, amount, currency, cost_rate, cost, explanation, rule_version, rated_at)
    SELECT ${id}::uuid, -billable_minutes, rate_per_hour, -amount, currency, cost_rate, -cost,
      ${JSON.stringify([{ step: 'reversed', entryId }])}::jsonb, rule_version, ${now}::timestamptz
    FROM time_rating WHERE entry_id = ${entryId}::uuid`
}
