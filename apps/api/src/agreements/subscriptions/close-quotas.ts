import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'

/**
 * Ends the quotas of an agreement with the plans that gave them: nothing may be drawn for work after the last day of a
 * line, or of an agreement that is over. Their units then expire like others.
 */
export async function closeQuotas(
  tx: Tx,
  { agreementId, today }: { agreementId: string; today: string },
): Promise<void> {
  await tx.rows(Prisma.sql`UPDATE cover_pool pool
    SET is_open = pool.valid_from <= plan.last_day, expires_on = GREATEST(pool.valid_from, LEAST(pool.expires_on, plan.last_day))
    FROM (
      SELECT s.pool_id, LEAST(l.ends_on, CASE WHEN a.state = 'ended' THEN a.valid_to END) AS last_day
      FROM subscription_period s JOIN subscription_line l ON l.id = s.line_id JOIN agreement a ON a.id = s.agreement_id
      WHERE s.agreement_id = ${agreementId}::uuid AND s.pool_id IS NOT NULL
    ) plan
    WHERE pool.id = plan.pool_id AND plan.last_day < ${today}::date AND pool.is_open AND pool.expires_on > plan.last_day`)
}
