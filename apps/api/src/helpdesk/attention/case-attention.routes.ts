import * as contracts from '@timedesk/contracts/case-attention'
import type { Context, StaffActor } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/database.ts'
import type { RouteModule } from '../../platform/http/serve.ts'
import { findCaseAttention } from './find-case-attention.ts'
import { findSnoozeChoices } from './find-snooze-choices.ts'
import { followCase, unfollowCase } from './follow-case.ts'
import { snoozeCase, wakeCase } from './snooze-case.ts'

async function show(reader: Reader, { actor, now }: Pick<Context<StaffActor>, 'actor' | 'now'>, caseId: string) {
  return { body: await findCaseAttention(reader, { caseId, employeeId: actor.id, now }) }
}

/** What a case is to one member of the staff: followed, put away. */
export const caseAttentionRoutes: RouteModule = (serve) => {
  serve.read(contracts.getCaseAttention, async ({ reader, actor, now, params }) =>
    show(reader, { actor, now }, params.caseId),
  )

  serve.write(contracts.followCase, async ({ tx, context, params }) => {
    await followCase(tx, context, params)
    return show(tx, context, params.caseId)
  })

  serve.write(contracts.unfollowCase, async ({ tx, context, params }) => {
    await unfollowCase(tx, context, params)
    return show(tx, context, params.caseId)
  })

  serve.write(contracts.snoozeCase, async ({ tx, context, params, body }) => {
    await snoozeCase(tx, context, { ...params, ...body })
    return show(tx, context, params.caseId)
  })

  serve.write(contracts.wakeCase, async ({ tx, context, params }) => {
    await wakeCase(tx, context, params)
    return show(tx, context, params.caseId)
  })

  serve.read(contracts.listSnoozeChoices, async ({ reader, actor, now }) => ({
    body: { data: await findSnoozeChoices(reader, actor.id, now) },
  }))
}
