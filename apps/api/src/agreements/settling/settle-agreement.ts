import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { holdAgreement } from '../hold-agreement.ts'
import { chargePeriods } from '../subscriptions/charge-periods.ts'
import { closeQuotas } from '../subscriptions/close-quotas.ts'
import { pausePeriods } from '../subscriptions/pause-periods.ts'
import { endTerm } from './end-term.ts'
import { expirePools } from './expire-pools.ts'
import { holdPools } from './hold-pools.ts'
import { renewTerm } from './renew-term.ts'
import { warnOfPools } from './warn-of-pools.ts'

/**
 * Brings one agreement up to the present: a term that renews itself first, since what is charged ahead of it has to find
 * it; then periods, so that a job that was away covers the work of its absence before anything expires.
 */
export async function settleAgreement(tx: Tx, context: Context, id: string, publicUrl: string): Promise<void> {
  const held = await renewTerm(tx, context, await holdAgreement(tx, id, context.now), publicUrl)
  const { settlement, state, today, terms } = held
  const isOver = terms.validTo !== null && terms.validTo < today
  if (settlement === 'subscription') {
    if (state === 'active') await chargePeriods(tx, context, { agreementId: id, today })
    if (state === 'suspended' && isOver)
      await pausePeriods(tx, context, { agreementId: id, through: terms.validTo ?? today })
  }
  if (isOver && state !== 'ended') await endTerm(tx, context, held, publicUrl)
  if (settlement === 'subscription') await closeQuotas(tx, { agreementId: id, today })
  const pools = await holdPools(tx, id)
  if (state === 'active' && !isOver) await warnOfPools(tx, context, { agreement: held, pools }, publicUrl)
  await expirePools(tx, context, { agreement: held, pools }, publicUrl)
}
