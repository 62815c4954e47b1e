import type { HistoryEntry } from '@timedesk/domain/cover/cover-history'
import { Prisma } from '@timedesk/prisma/client'
import type { CoveredWork } from '../agreements/cover-work.ts'
import { piecesInsertion, placePieces } from '../agreements/place-pieces.ts'
import { ledgerInsertion } from '../agreements/pools/append-ledger.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { costOfWork, type CostRate } from './cost-of-work.ts'

/** Where an entry counts in the books, and the state of its week. */
export type Booking = { bookedOn: string; isLate: boolean; state: 'open' | 'submitted' | 'approved' }

/** What an entry replaces, and why (R9). */
export type Correction = { kind: 'replacement'; correctsId: string; reason: string }

/** An entry that is to be stored: the work as cover reads it, and what else was said. */
export type NewEntry = HistoryEntry & {
  employeeId: string
  customerId: string | null
  projectId: string | null
  booking: Booking
  costRates: CostRate[]
  input: {
    taskId?: string | undefined
    replyId?: string | undefined
    noteId?: string | undefined
    customerText?: string | undefined
    internalText?: string | undefined
    correction?: Correction | undefined
  }
}

type Written = CoveredWork & { entry: NewEntry }

/** One statement for the entry, its rating, its draws and its pieces; their foreign keys are checked when all are there. */
export async function insertEntry(tx: Tx, context: Context, { entry, cover, draws }: Written): Promise<void> {
  const placed = placePieces(cover, draws, entry, context.newId)
  const drawn =
    placed.draws.length === 0 ? Prisma.empty : Prisma.sql`, drawn AS (${ledgerInsertion(context, placed.draws)})`
  const { costRate, cost } = costOfWork(entry, entry.costRates)
  await tx.rows(Prisma.sql`WITH entry AS (${entryInsertion(entry, cover, context.now)}), rating AS (
      INSERT INTO time_rating (entry_id, billable_minutes, rate_per_hour, amount, currency, cost_rate, cost, explanation, rule_version, rated_at)
      VALUES (${entry.id}::uuid, ${cover.billableMinutes}, ${cover.ratePerHour}, ${cover.amount}::bigint, ${cover.currency}, ${costRate}::int,
        ${cost}::bigint, ${JSON.stringify(cover.explanation)}::jsonb,
        ${cover.ruleVersion}, ${context.now}))${drawn}
    ${piecesInsertion(placed.pieces)}`)
}

function entryInsertion(entry: NewEntry, { agreementId, isBillable }: CoveredWork['cover'], now: Date): Prisma.Sql {
  const { input, booking } = entry
  const { correction = null } = input
  const instant = (ms: number | null) => (ms === null ? null : new Date(ms))
  return Prisma.sql`INSERT INTO time_entry (id, employee_id, customer_id, case_id, project_id, task_id, reply_id, note_id, activity_type_id,
      price_class_id, agreement_id, work_date, booked_on, is_late, started_at, ended_at, minutes, is_billable, billable_choice, rate_override,
      state, correction, corrects_id, correction_reason, customer_text, internal_text, created_at)
    VALUES (${entry.id}::uuid, ${entry.employeeId}::uuid, ${entry.customerId}::uuid, ${entry.caseId}::uuid, ${entry.projectId}::uuid,
      ${input.taskId ?? null}::uuid, ${input.replyId ?? null}::uuid, ${input.noteId ?? null}::uuid, ${entry.activityType.id}::uuid,
      ${entry.priceClass?.id ?? null}::uuid, ${agreementId}::uuid, ${entry.workDate}::date, ${booking.bookedOn}::date, ${booking.isLate},
      ${instant(entry.startMs)}, ${instant(entry.endMs)}, ${entry.minutes}, ${isBillable}, ${entry.isBillable}::bool, ${entry.ratePerHour}::int,
      ${booking.state}, ${correction?.kind ?? null}, ${correction?.correctsId ?? null}::uuid, ${correction?.reason ?? ''},
      ${input.customerText ?? ''}, ${input.internalText ?? ''}, ${now})`
}
