import * as apiTokens from '@timedesk/contracts/api-tokens'
import * as extranetIdentity from '@timedesk/contracts/extranet-identity'
import * as contracts from '@timedesk/contracts/identity'
import type { RouteModule } from '../platform/http/serve.ts'
import { act } from './act.ts'
import { createApiToken } from './create-api-token.ts'
import { findApiTokens } from './find-api-tokens.ts'
import { findExtranetMe, findMe } from './find-me.ts'
import { revokeApiToken } from './revoke-api-tokens.ts'
import { updateExtranetMe, updateMe } from './update-me.ts'

export const meRoutes: RouteModule = (serve) => {
  serve.read(contracts.getMe, async ({ reader, actor }) => ({ body: await findMe(reader, actor) }))

  serve.write(contracts.updateMe, async ({ tx, context, body }) => {
    await updateMe(tx, context, body)
    return { body: await findMe(tx, context.actor) }
  })

  serve.read(apiTokens.listApiTokens, async ({ reader, actor, now }) => ({
    body: { data: await findApiTokens(reader, actor.id, now) },
  }))

  // Not `write`: its answer would be stored for repeated requests, and this one holds a secret.
  serve.bare(apiTokens.createApiToken, async ({ deps, actor, body, request, reply }) => {
    const token = await act(deps, actor, request.id, (tx, context) => createApiToken(tx, context, actor.id, body))
    return reply.code(201).send(token)
  })

  serve.write(apiTokens.revokeApiToken, async ({ tx, context, params }) => {
    await revokeApiToken(tx, context, context.actor.id, params.tokenId)
    return { body: undefined }
  })
}

export const extranetMeRoutes: RouteModule = (serve) => {
  serve.read(extranetIdentity.extranetGetMe, async ({ reader, actor }) => ({
    body: await findExtranetMe(reader, actor),
  }))

  serve.write(extranetIdentity.extranetUpdateMe, async ({ tx, context, body }) => {
    await updateExtranetMe(tx, context, body)
    return { body: await findExtranetMe(tx, context.actor) }
  })
}
