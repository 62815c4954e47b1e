import type { EntryToCover } from '@timedesk/domain/cover/entry'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../platform/db/database.ts'
import { activityJson, priceClassJson, type CaseChoice } from './cover-work.ts'
import type { PlacedPiece } from './place-pieces.ts'
import type { StoredStep } from './stored-step.ts'

/** A draw that was not taken back. Units positive, revenue in minor units. */
export type LiveDraw = {
  id: string
  customerId: string
  poolId: string
  units: number
  revenue: number
  caseId: string | null
  workDate: string
  minutes: number
}

export type StoredPiece = Omit<PlacedPiece, 'id' | 'entryId' | 'position'> & { draw: LiveDraw | null }

/** What an entry is worth as it was rated last; all null for one that never was. */
export type StoredWorth = {
  agreementId: string | null
  isBillable: boolean
  billableMinutes: number | null
  ratePerHour: number | null
  amount: number | null
  currency: string | null
  explanation: StoredStep[] | null
  pieces: StoredPiece[]
}

/** A stored entry with everything that decides its worth. Rates in minor units per hour. */
export type StoredEntry = CaseChoice &
  StoredWorth & {
    id: string
    employeeId: string
    customerId: string | null
    caseId: string | null
    projectId: string | null
    caseProjectId: string | null
    caseTypeId: string | null
    departmentId: string | null
    workDate: string
    startedAt: Date | null
    endedAt: Date | null
    minutes: number
    billableChoice: boolean | null
    rateOverride: number | null
    activityType: EntryToCover['activityType']
    priceClass: EntryToCover['priceClass']
    createdAt: Date
    /** What the employee costs an hour on the work date. */
    costRate: number | null
    /** The last word on its overage (R22). */
    verdict: 'accepted' | 'declined' | null
  }

/** The draw behind piece `p` as JSON of `LiveDraw`; null when it was taken back. */
const liveDraw = Prisma.sql`(SELECT json_build_object('id', l.id, 'customerId', l.customer_id, 'poolId', l.pool_id, 'units', -l.units,
    'revenue', l.revenue, 'caseId', l.case_id, 'workDate', l.work_date, 'minutes', l.minutes)
  FROM pool_ledger l
  WHERE l.id = p.ledger_id AND l.kind = 'draw' AND NOT EXISTS (SELECT 1 FROM pool_ledger back WHERE back.reverses_id = l.id))`

/** The pieces of entry `t` as JSON of `StoredPiece`. */
const storedPieces = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('kind', p.kind, 'minutes', p.minutes, 'factorPermille', p.factor,
    'ratePerHour', p.rate_per_hour, 'amount', p.amount, 'value', p.value, 'agreementId', p.agreement_id, 'poolId', p.pool_id,
    'units', p.units, 'ledgerId', p.ledger_id, 'hold', p.hold, 'draw', ${liveDraw}) ORDER BY p.position), '[]')
  FROM cover_piece p WHERE p.entry_id = t.id)`

/** The pieces of any entry in their order, whatever its period. */
export async function findPieces(tx: Tx, entryId: string): Promise<StoredPiece[]> {
  const [row] = await tx.rows<{ pieces: StoredPiece[] }>(
    Prisma.sql`SELECT ${storedPieces} AS pieces FROM time_entry t WHERE t.id = ${entryId}::uuid`,
  )
  return row?.pieces ?? []
}

/** Whether a reversal takes entry `t` back (R9). */
export const isTakenBack = Prisma.sql`EXISTS (SELECT 1 FROM time_entry back WHERE back.corrects_id = t.id AND back.correction = 'reversal')`

/**
 * Whether entry `t` may be rated anew: not what takes another entry back or was taken back itself (R9), nor what is
 * booked in a closed period (R52), on a document or written off.
 */
const isRatable = Prisma.sql`t.correction IS DISTINCT FROM 'reversal' AND (co.hard_locked_through IS NULL OR t.booked_on > co.hard_locked_through)
  AND NOT ${isTakenBack} AND NOT is_settled_time(t.id)`

/** The entries that match a condition on entry `t` and its rating `r` and may be rated anew, in no order. */
export async function findStored(tx: Tx, condition: Prisma.Sql): Promise<StoredEntry[]> {
  return tx.rows<StoredEntry>(Prisma.sql`SELECT t.id, t.employee_id AS "employeeId", t.customer_id AS "customerId", t.case_id AS "caseId",
      t.project_id AS "projectId", c.project_id AS "caseProjectId", c.type_id AS "caseTypeId", c.department_id AS "departmentId",
      c.agreement_id AS "caseAgreementId", coalesce(c.is_outside_contract, false) AS "isOutsideContract",
      t.work_date::text AS "workDate", t.started_at AS "startedAt", t.ended_at AS "endedAt", t.minutes, t.created_at AS "createdAt",
      t.billable_choice AS "billableChoice", t.rate_override AS "rateOverride", ${activityJson} AS "activityType", ${priceClassJson} AS "priceClass",
      t.agreement_id AS "agreementId", t.is_billable AS "isBillable", r.billable_minutes AS "billableMinutes", r.rate_per_hour AS "ratePerHour",
      r.amount::float8 AS amount, r.currency, r.explanation, ${storedPieces} AS pieces,
      (SELECT k.rate_per_hour FROM cost_rate k WHERE k.employee_id = t.employee_id AND k.valid_from <= t.work_date
        ORDER BY k.valid_from DESC LIMIT 1) AS "costRate",
      (SELECT o.verdict FROM overage_decision o WHERE o.entry_id = t.id ORDER BY o.at DESC, o.id DESC LIMIT 1) AS verdict
    FROM time_entry t
    CROSS JOIN company co
    JOIN activity_type ty ON ty.id = t.activity_type_id
    LEFT JOIN time_rating r ON r.entry_id = t.id
    LEFT JOIN price_class pc ON pc.id = t.price_class_id
    LEFT JOIN support_case c ON c.id = t.case_id
    WHERE ${isRatable} AND ${condition}`)
}
