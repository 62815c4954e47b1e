import { extranetAskAboutTime } from '@timedesk/contracts/time-questions'
import type { RouteModule } from '../../platform/http/serve.ts'
import { findExtranetTimeRow, presentExtranetTime } from '../../time/extranet-time-line.ts'
import { askAboutTime } from './ask-about-time.ts'

export const extranetQuestionRoutes: RouteModule = (serve) => {
  serve.write(extranetAskAboutTime, async ({ tx, context, params, body, actor }) => {
    await askAboutTime(tx, context, { ...params, ...body })
    return { body: presentExtranetTime(await findExtranetTimeRow(tx, params.entryId), actor) }
  })
}
