import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'
import { holdAgreement, type HeldAgreement } from '../hold-agreement.ts'
import { pricesColumn, type StoredLine } from './find-plan.ts'

type Line = Pick<
  StoredLine,
  'id' | 'description' | 'position' | 'quotaUnit' | 'quota' | 'rolloverPeriods' | 'rolloverMax' | 'prices'
> & {
  agreementId: string
  startsOn: string
  /** Its own last day, whatever its agreement's is. */
  ownEnd: string | null
  leadDays: number
  version: number
}

export type HeldLine = { line: Line; agreement: HeldAgreement }

/** Holds a line until the transaction ends, and its agreement before it. Refuses with `not_found`. */
export async function holdLine(tx: Tx, lineId: string, now: Date): Promise<HeldLine> {
  const [owner] = await tx.rows<{ id: string }>(
    Prisma.sql`SELECT agreement_id AS id FROM subscription_line WHERE id = ${lineId}::uuid`,
  )
  if (owner === undefined) throw new Refusal('not_found')
  const agreement = await holdAgreement(tx, owner.id, now)
  const [line] = await tx.rows<Line>(Prisma.sql`SELECT l.id, l.agreement_id AS "agreementId", l.description, l.position,
      l.starts_on::text AS "startsOn", l.ends_on::text AS "ownEnd", l.lead_days AS "leadDays", l.quota_unit AS "quotaUnit",
      l.quota::float8 AS quota, l.rollover_periods AS "rolloverPeriods", l.rollover_max::float8 AS "rolloverMax", l.version,
      ${pricesColumn}
    FROM subscription_line l WHERE l.id = ${lineId}::uuid FOR UPDATE`)
  if (line === undefined) throw new Refusal('not_found')
  return { line, agreement }
}

/** Whether nothing of a line is to come: it ended, or its agreement did. */
export function isOver({ line, agreement }: HeldLine): boolean {
  return agreement.state === 'ended' || (line.ownEnd !== null && line.ownEnd < agreement.today)
}

/** The prices of a line before and after a day, and that of the day itself. */
export function pricesAround({ prices }: Pick<Line, 'prices'>, day: string) {
  return {
    before: prices.findLast(({ validFrom }) => validFrom < day) ?? null,
    sameDay: prices.find(({ validFrom }) => validFrom === day) ?? null,
    later: prices.filter(({ validFrom }) => validFrom > day),
  }
}
