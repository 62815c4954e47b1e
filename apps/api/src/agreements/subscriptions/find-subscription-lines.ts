import type { SubscriptionLine } from '@timedesk/contracts/subscriptions'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'
import { companyDay } from '../company-day.ts'
import { grantedUnits } from '../cover-pools.ts'
import { requireAgreement } from '../require-agreement.ts'
import { findPlan, type PlanScope } from './find-plan.ts'
import { presentLine, type LineFacts } from './present-line.ts'

/** The lines of an agreement's plan, in their order. Refuses with `not_found` an agreement that does not exist. */
export async function findSubscriptionLines(
  reader: Reader,
  agreementId: string,
  now: Date,
): Promise<SubscriptionLine[]> {
  await requireAgreement(reader, agreementId)
  return findLines(reader, { agreementId }, now)
}

/** One line of a plan. Refuses with `not_found`. */
export async function findSubscriptionLine(reader: Reader, lineId: string, now: Date): Promise<SubscriptionLine> {
  const [line] = await findLines(reader, { lineId }, now)
  if (line === undefined) throw new Refusal('not_found')
  return line
}

async function findLines(reader: Reader, scope: PlanScope, now: Date): Promise<SubscriptionLine[]> {
  const [today, lines] = await Promise.all([companyDay(reader, now), findPlan(reader, scope)])
  const facts = await findFacts(
    reader,
    lines.map(({ id }) => id),
    today,
  )
  return lines.flatMap((line) => {
    const known = facts.get(line.id)
    return known === undefined ? [] : [presentLine(line, known, today)]
  })
}

/** What a line shows beside its plan: names, prices with their reasons, and the quotas that it has brought. */
async function findFacts(reader: Reader, lineIds: string[], today: string): Promise<Map<string, LineFacts>> {
  const rows = await reader.rows<
    LineFacts & { id: string }
  >(Prisma.sql`SELECT l.id, l.version, l.ends_on::text AS "ownEnd", a.state AS "agreementState", json_build_object('id', a.id, 'name', a.heading) AS agreement,
      json_build_object('id', cu.id, 'name', cu.name) AS customer,
      (SELECT json_agg(json_build_object('validFrom', p.valid_from, 'quantity', p.quantity, 'unitPrice', p.unit_price, 'kind', p.kind,
          'base', p.index_base, 'baseMonth', p.index_base_month, 'now', p.index_now, 'nowMonth', p.index_now_month, 'reason', p.reason,
          'byName', p.created_by_name, 'at', p.created_at) ORDER BY p.valid_from DESC)
        FROM subscription_price p WHERE p.line_id = l.id) AS history,
      (SELECT json_build_object('poolId', pool.id, 'available', pool.balance, 'granted', ${grantedUnits})
        FROM subscription_period s JOIN subscription_period head ON head.line_id = s.line_id AND head.whole_from = s.whole_from
        JOIN cover_pool pool ON pool.id = head.pool_id
        WHERE s.line_id = l.id AND s.kind = 'regular' AND ${today}::date BETWEEN s.from_day AND s.to_day LIMIT 1) AS quota
    FROM subscription_line l JOIN agreement a ON a.id = l.agreement_id JOIN customer cu ON cu.id = l.customer_id
    WHERE l.id = ANY(${lineIds}::uuid[])`)
  return new Map(rows.map(({ id, ...facts }) => [id, facts]))
}
