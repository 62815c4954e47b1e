import * as extranetIdentity from '@timedesk/contracts/extranet-identity'
import * as contracts from '@timedesk/contracts/identity'
import type { RouteModule, Serve } from '../platform/http/serve.ts'
import { changePassword } from './change-password.ts'
import { handOverSession } from './hand-over-session.ts'
import { desk, extranet, type Portal } from './portals.ts'
import { requestPasswordReset } from './request-password-reset.ts'
import { actorOf, deviceOf } from './sessions.routes.ts'
import { setPassword } from './set-password.ts'

type PasswordRoutes = {
  request: typeof contracts.requestPasswordReset | typeof extranetIdentity.extranetRequestPasswordReset
  set: typeof contracts.setPassword | typeof extranetIdentity.extranetSetPassword
  change: typeof contracts.changePassword | typeof extranetIdentity.extranetChangePassword
}

export const staffPasswordRoutes: RouteModule = (serve) => {
  const { requestPasswordReset: request, setPassword: set, changePassword: change } = contracts
  servePasswords(serve, desk, { request, set, change })
}

export const contactPasswordRoutes: RouteModule = (serve) => {
  servePasswords(serve, extranet, {
    request: extranetIdentity.extranetRequestPasswordReset,
    set: extranetIdentity.extranetSetPassword,
    change: extranetIdentity.extranetChangePassword,
  })
}

function servePasswords(serve: Serve, portal: Portal, routes: PasswordRoutes): void {
  serve.bare(routes.request, async ({ deps, body, request, reply }) => {
    await requestPasswordReset(deps, portal, body.email, request.id)
    return reply.code(202).send()
  })

  serve.bare(routes.set, async ({ deps, body, request, reply }) => {
    await setPassword(deps, portal, body, request.id)
    return reply.code(204).send()
  })

  serve.bare(routes.change, async ({ deps, actor, body, request, reply }) => {
    const personId = actorOf(actor).id
    const session = await changePassword(deps, portal, {
      ...body,
      ...deviceOf(request),
      personId,
      requestId: request.id,
    })
    await handOverSession(deps, reply, portal, session)
    return reply.code(204).send()
  })
}
