import { getMail, listMails, resendMail } from '@timedesk/contracts/operations'
import type { RouteModule } from '../platform/http/serve.ts'
import { findMail, findMails, retryMail } from './find-mails.ts'

export const mailRoutes: RouteModule = (serve) => {
  serve.read(listMails, async ({ reader, deps, query }) => ({ body: await findMails(reader, deps.paging, query) }))
  serve.read(getMail, async ({ reader, params }) => ({ body: await findMail(reader, params.mailId) }))
  serve.write(resendMail, async ({ tx, params, now }) => {
    await retryMail(tx, params.mailId, now)
    return { body: undefined }
  })
}
