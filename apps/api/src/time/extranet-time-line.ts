import type { ExtranetTimeLine } from '@timedesk/contracts/extranet-agreements'
import type { Money } from '@timedesk/contracts/primitives'
import { Refusal } from '@timedesk/contracts/refusal'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import type { ContactActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'

/** A line of time as the database shows it to a contact. Amounts in minor units. */
export type ExtranetTimeRow = Omit<ExtranetTimeLine, 'amount' | 'question' | 'can'> & {
  caseId: string
  createdAt: Date
  amount: number | null
  currency: string | null
  question: string | null
  questionState: 'open' | 'answered' | null
  askedBy: string
  askedAt: Date
  resolution: NonNullable<ExtranetTimeLine['question']>['resolution']
  answer: string
}

/** Lines `t`. */
export const extranetTimeSelection = Prisma.sql`SELECT t.id, t.case_id AS "caseId", t.work_date::text AS "workDate", t.created_at AS "createdAt",
    t.employee_name AS employee, t.activity_type_name AS "activityType", t.minutes, t.billable_minutes AS "billableMinutes",
    t.is_billable AS "isBillable", t.customer_text AS text, t.pieces AS "coveredBy", t.amount::float8 AS amount, t.currency,
    coalesce(t.correction = 'reversal', false) AS "isReversal", t.is_invoiced AS "isInvoiced", t.question, t.question_state AS "questionState",
    t.asked_by AS "askedBy", t.asked_at AS "askedAt", t.resolution, t.answer
  FROM extranet_time_line t`

/** A line as the contact reads it, with what it may do about it. */
export function presentExtranetTime(
  {
    caseId: _case,
    createdAt: _created,
    currency,
    questionState,
    askedBy,
    askedAt,
    resolution,
    answer,
    ...row
  }: ExtranetTimeRow,
  { permissions }: Pick<ContactActor, 'permissions'>,
): ExtranetTimeLine {
  const { amount, question } = row
  const isAsked = question !== null && questionState !== null
  return {
    ...row,
    amount: moneyShown(amount, currency),
    question: isAsked
      ? { state: questionState, question, askedBy, askedAt: askedAt.toISOString(), resolution, answer }
      : null,
    can: {
      question: permissions.has('time:question') && whyUnquestionable({ ...row, questionState }) === null,
      decideOverage: permissions.has('overage:decide') && waitsForConsent(row),
    },
  }
}

/** One line. Refuses with `not_found` what the contact does not see. */
export async function findExtranetTimeRow(reader: Reader, entryId: string): Promise<ExtranetTimeRow> {
  const [row] = await reader.rows<ExtranetTimeRow>(Prisma.sql`${extranetTimeSelection} WHERE t.id = ${entryId}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return row
}

/** Why a line cannot be questioned; null when it can. */
export function whyUnquestionable({
  isBillable,
  isReversal,
  isInvoiced,
  questionState,
}: Pick<ExtranetTimeRow, 'isBillable' | 'isReversal' | 'isInvoiced' | 'questionState'>): string | null {
  if (!isBillable) return 'The time is not charged.'
  if (isReversal) return 'The line takes an earlier one back.'
  if (isInvoiced) return 'The time is invoiced already.'
  return questionState === 'open' ? 'The line is questioned already.' : null
}

/** Whether some of it waits for the customer's word (R22). */
export function waitsForConsent({ coveredBy, isReversal }: Pick<ExtranetTimeRow, 'coveredBy' | 'isReversal'>): boolean {
  return !isReversal && coveredBy.some(({ hold }) => hold === 'approval')
}

/** An amount where money is shown and known. */
export function moneyShown(minor: number | null, currency: string | null): Money | null {
  return minor === null || currency === null ? null : toWire({ minor, currency })
}
