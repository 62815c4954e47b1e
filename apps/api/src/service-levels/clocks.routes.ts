import { extranetGetCaseClocks, getCaseClocks, setCaseDeadline as setDeadline } from '@timedesk/contracts/clocks'
import { findCase } from '../helpdesk/find-case.ts'
import type { RouteModule } from '../platform/http/serve.ts'
import { findCaseClocks } from './find-case-clocks.ts'
import { findExtranetClocks } from './find-extranet-clocks.ts'
import { setCaseDeadline } from './set-case-deadline.ts'

/** The clocks of cases, for staff. */
export const clockRoutes: RouteModule = (serve) => {
  serve.read(getCaseClocks, async ({ reader, params, now }) => ({
    body: await findCaseClocks(reader, params.caseId, now),
  }))

  serve.write(setDeadline, async ({ tx, context, actor, params, body, ifMatch }) => {
    await setCaseDeadline(tx, context, { caseId: params.caseId, ...body }, ifMatch)
    const found = await findCase(tx, actor, params.caseId, context.now)
    return { body: found, version: found.version }
  })
}

/** The clocks of cases, for contacts. */
export const extranetClockRoutes: RouteModule = (serve) => {
  serve.read(extranetGetCaseClocks, async ({ reader, params }) => ({
    body: await findExtranetClocks(reader, params.caseId),
  }))
}
