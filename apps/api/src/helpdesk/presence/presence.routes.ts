import * as contracts from '@timedesk/contracts/presence'
import type { RouteModule } from '../../platform/http/serve.ts'
import { requireCase } from '../case-keyed.ts'
import { announcePresence, leaveCase } from './announce-presence.ts'
import { findPresence, findPresences } from './find-presence.ts'

/** Who is at cases just now. */
export const presenceRoutes: RouteModule = (serve) => {
  serve.read(contracts.getCasePresence, async ({ reader, params, now }) => {
    await requireCase(reader, params.caseId)
    return { body: { data: await findPresence(reader, params.caseId, now) } }
  })

  serve.write(contracts.announcePresence, async ({ tx, context, params, body, now }) => {
    await announcePresence(tx, context, { ...params, ...body })
    return { body: { data: await findPresence(tx, params.caseId, now) } }
  })

  serve.write(contracts.leaveCase, async ({ tx, context, params, query }) => {
    await leaveCase(tx, context, { ...params, ...query })
    return { body: undefined }
  })

  serve.read(contracts.listCasePresences, async ({ reader, query, now }) => ({
    body: { data: await findPresences(reader, query.caseIds, now) },
  }))
}
