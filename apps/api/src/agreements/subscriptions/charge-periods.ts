import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { rateAgain } from '../rate-again.ts'
import type { PlanScope } from './find-plan.ts'
import { generatePeriods, type OpenedQuota } from './generate-periods.ts'

/**
 * Makes the periods that are due by today. Work that was registered for days of a quota before it existed is covered by
 * it now, in the order of the work: a job that ran late leaves nothing behind. Whoever calls this holds the agreement.
 */
export async function chargePeriods(tx: Tx, context: Context, scope: PlanScope & { today: string }): Promise<void> {
  const opened = await generatePeriods(tx, context, scope)
  const byAgreement = Map.groupBy(opened, ({ agreementId }) => agreementId)
  for (const [agreementId, [first]] of byAgreement)
    if (first !== undefined && (await hasWork(tx, byAgreement.get(agreementId) ?? [])))
      await rateAgain(tx, context, first.customerId, { agreementId })
}

async function hasWork(tx: Tx, quotas: readonly OpenedQuota[]): Promise<boolean> {
  const rows = await tx.rows(Prisma.sql`SELECT 1
    FROM unnest(${quotas.map(({ customerId }) => customerId)}::uuid[], ${quotas.map(({ validFrom }) => validFrom)}::date[],
      ${quotas.map(({ expiresOn }) => expiresOn)}::date[]) AS q (customer_id, valid_from, expires_on)
    JOIN time_entry t ON t.customer_id = q.customer_id AND t.work_date BETWEEN q.valid_from AND q.expires_on AND t.is_billable
    LIMIT 1`)
  return rows.length > 0
}
