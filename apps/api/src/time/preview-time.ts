import type { previewTime as contract, RatingPreview } from '@timedesk/contracts/time'
import { toWire } from '@timedesk/domain/money/money'
import type { z } from 'zod'
import { rateWork } from '../agreements/rate-work.ts'
import type { Reader } from '../platform/db/database.ts'
import { findTimeGround } from './find-ground.ts'
import { presentSteps, withoutAmounts } from './present-steps.ts'
import { decideBillable } from './register-time.ts'

/** What time would be worth if it were registered today: the same engine as `registerTime`, and nothing written. */
export async function previewTime(
  reader: Reader,
  employeeId: string,
  input: z.output<typeof contract.body>,
  now: Date,
  { showsAmounts }: { showsAmounts: boolean },
): Promise<RatingPreview> {
  const ground = await findTimeGround(reader, { ...input, employeeId }, now, '/body')
  const isBillable = decideBillable(ground.customerId, input.isBillable, ground.activityTypeIsBillable, '/body')
  const { billableMinutes, amount, currency, explanation } = rateWork(ground, { minutes: input.minutes, isBillable })
  const steps = presentSteps(explanation, currency)
  return {
    billableMinutes,
    amount: showsAmounts && amount !== null ? toWire({ minor: amount, currency }) : null,
    explanation: showsAmounts ? steps : withoutAmounts(steps),
    agreement:
      showsAmounts && ground.agreementId !== null && ground.agreementHeading !== null
        ? { id: ground.agreementId, name: ground.agreementHeading }
        : null,
  }
}
