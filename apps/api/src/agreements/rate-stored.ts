import { isDeepStrictEqual } from 'node:util'
import type { Step } from '@timedesk/domain/agreements/rate-entry'
import { amountText } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { coveringAgreement } from './covering-agreement.ts'
import { rateWork, ratingGroundColumns, type Rating, type RatingGround } from './rate-work.ts'

type Stored = {
  presentAgreementId: string | null
  billableMinutes: number
  ratePerHour: number | null
  amount: number | null
  currency: string
  explanation: Step[]
}

type Row = RatingGround &
  Stored & {
    id: string
    employeeId: string
    customerId: string | null
    caseId: string | null
    projectId: string | null
    minutes: number
    isBillable: boolean
  }

/** An entry whose worth is another now, with its worth before and after as people read it. */
export type RatedAnew = {
  entry: { id: string; employeeId: string; customerId: string | null; caseId: string | null; projectId: string | null }
  before: Worth
  after: Worth
}

type Worth = { billableMinutes: number; amount: string | null }

/**
 * Rates the entries that match `condition` anew, in the order of their work (R16), and resolves with those that
 * changed. The condition sees entry `t`, its rating `r` and the agreement `ag` that covers it now. Actual minutes
 * stay as they are (R1). Whoever calls this holds the prices of the entries' customer.
 */
export async function rateStored(tx: Tx, context: Context, condition: Prisma.Sql): Promise<RatedAnew[]> {
  const agreement = coveringAgreement({
    customerId: Prisma.sql`t.customer_id`,
    workDate: Prisma.sql`t.work_date`,
    caseAgreementId: Prisma.sql`c.agreement_id`,
    presentAgreementId: Prisma.sql`t.agreement_id`,
  })
  const rows = await tx.rows<Row>(Prisma.sql`SELECT ${ratingGroundColumns}, t.id, t.employee_id AS "employeeId",
      t.customer_id AS "customerId", t.case_id AS "caseId", t.project_id AS "projectId", t.minutes, t.is_billable AS "isBillable",
      t.agreement_id AS "presentAgreementId", r.billable_minutes AS "billableMinutes", r.rate_per_hour AS "ratePerHour",
      r.amount::float8 AS amount, r.currency, r.explanation
    FROM time_entry t
    JOIN time_rating r ON r.entry_id = t.id
    CROSS JOIN company co
    LEFT JOIN customer cu ON cu.id = t.customer_id
    LEFT JOIN support_case c ON c.id = t.case_id
    LEFT JOIN LATERAL ${agreement} ag ON true
    WHERE ${condition}
    ORDER BY t.work_date, t.started_at NULLS FIRST, t.id
    FOR UPDATE OF t`)
  const rated = rows
    .map((row) => ({ row, rating: rateWork(row, row) }))
    .filter(({ row, rating }) => differs(row, rating))
  if (rated.length > 0) await storeRatings(tx, context, rated)
  return rated.map(({ row, rating }) => ({ entry: row, before: worthOf(row), after: worthOf(rating) }))
}

function differs(row: Row, { billableMinutes, ratePerHour, amount, currency, explanation }: Rating): boolean {
  return (
    row.presentAgreementId !== row.agreementId ||
    row.billableMinutes !== billableMinutes ||
    row.ratePerHour !== ratePerHour ||
    row.amount !== amount ||
    row.currency !== currency ||
    !isDeepStrictEqual(row.explanation, explanation)
  )
}

function worthOf({
  billableMinutes,
  amount,
  currency,
}: Pick<Stored, 'billableMinutes' | 'amount' | 'currency'>): Worth {
  return { billableMinutes, amount: amount === null ? null : `${amountText(amount)} ${currency}` }
}

/** One statement for all: ratings are replaced together with their pieces, so that the sums always agree (R15). */
async function storeRatings(tx: Tx, { now, newId }: Context, rated: { row: Row; rating: Rating }[]): Promise<void> {
  const pieces = rated.flatMap(({ row, rating }) => rating.pieces.map((piece) => ({ entryId: row.id, ...piece })))
  const ratings = rated.map(({ rating }) => rating)
  await tx.rows(Prisma.sql`WITH given AS (
      SELECT * FROM unnest(${rated.map(({ row }) => row.id)}::uuid[], ${rated.map(({ row }) => row.agreementId)}::uuid[],
        ${ratings.map(({ billableMinutes }) => billableMinutes)}::int[], ${ratings.map(({ ratePerHour }) => ratePerHour)}::int[],
        ${ratings.map(({ amount }) => amount)}::bigint[], ${ratings.map(({ currency }) => currency)}::text[],
        ${ratings.map(({ explanation }) => JSON.stringify(explanation))}::text[], ${ratings.map(({ ruleVersion }) => ruleVersion)}::int[])
        AS g (id, agreement_id, billable_minutes, rate_per_hour, amount, currency, explanation, rule_version)
    ), entry AS (
      UPDATE time_entry t SET agreement_id = g.agreement_id FROM given g WHERE t.id = g.id
    ), rating AS (
      UPDATE time_rating r SET billable_minutes = g.billable_minutes, rate_per_hour = g.rate_per_hour, amount = g.amount,
        currency = g.currency, explanation = g.explanation::jsonb, rule_version = g.rule_version, rated_at = ${now}
      FROM given g WHERE r.entry_id = g.id
    ), gone AS (
      DELETE FROM cover_piece p USING given g WHERE p.entry_id = g.id
    )
    INSERT INTO cover_piece (id, entry_id, kind, minutes, amount)
    SELECT * FROM unnest(${pieces.map(() => newId())}::uuid[], ${pieces.map(({ entryId }) => entryId)}::uuid[],
      ${pieces.map(({ kind }) => kind)}::text[], ${pieces.map(({ minutes }) => minutes)}::int[],
      ${pieces.map(({ amount }) => amount)}::bigint[])`)
}
