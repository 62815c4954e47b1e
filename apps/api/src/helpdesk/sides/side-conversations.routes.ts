import * as contracts from '@timedesk/contracts/side-conversations'
import type { RouteModule } from '../../platform/http/serve.ts'
import { changeConversation } from './change-conversation.ts'
import { findConversation, findConversations } from './find-conversations.ts'
import { findSideAddresses } from './find-side-addresses.ts'
import { findSideMessages } from './find-side-messages.ts'
import { sendMessage } from './send-message.ts'
import { sideMailbox } from './side-mailbox.ts'
import { startConversation } from './start-conversation.ts'
import { takeInMail } from './take-in-mail.ts'

/** Talks by mail with third parties about a case, for staff alone. */
export const sideConversationRoutes: RouteModule = (serve) => {
  serve.read(contracts.listSideConversations, async ({ reader, deps, params }) => ({
    body: { data: await findConversations(reader, sideMailbox(deps), params.caseId) },
  }))
  serve.read(contracts.getSideConversation, async ({ reader, deps, params }) => {
    const body = await findConversation(reader, sideMailbox(deps), params.conversationId)
    return { body, version: body.version }
  })
  serve.read(contracts.listSideMessages, async ({ reader, deps, params, query }) => ({
    body: await findSideMessages(reader, deps.paging, { ...params, ...query }),
  }))
  serve.read(contracts.listSideAddresses, async ({ reader, query }) => ({
    body: { data: await findSideAddresses(reader, query.search) },
  }))
  serve.write(contracts.startSideConversation, async ({ tx, context, deps, params, body }) => {
    const id = await startConversation(tx, context, sideMailbox(deps), { ...params, ...body })
    const conversation = await findConversation(tx, sideMailbox(deps), id)
    return { body: conversation, version: conversation.version, location: `/api/v1/side-conversations/${id}` }
  })
  serve.write(contracts.sendSideMessage, async ({ tx, context, deps, params, body }) => ({
    body: await sendMessage(tx, context, sideMailbox(deps), { ...params, ...body }),
  }))
  serve.write(contracts.updateSideConversation, async ({ tx, context, deps, params, body, ifMatch }) => {
    await changeConversation(tx, context, { ...params, ...body }, ifMatch)
    const conversation = await findConversation(tx, sideMailbox(deps), params.conversationId)
    return { body: conversation, version: conversation.version }
  })
  serve.bare(contracts.receiveMail, async ({ deps, actor, request, reply }) =>
    reply.send(await takeInMail(deps, actor, request)),
  )
}
