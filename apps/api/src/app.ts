import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import { FILE_SIZE_BYTES_MAX } from '@timedesk/contracts/limits'
import { routes } from '@timedesk/contracts/routes'
import Fastify, { LogController, type FastifyInstance } from 'fastify'
import type { Deps } from './platform/deps.ts'
import { cookieName } from './identity/cookies.ts'
import { extranetModules, staffModules } from './modules.ts'
import { collectMethods, demandAccess, refuseUnknown } from './platform/http/methods.ts'
import { answerError } from './platform/http/problems.ts'
import { securityHeaders } from './platform/http/security-headers.ts'
import { createServe, type RouteModule } from './platform/http/serve.ts'
import { endStreamsOnClose } from './platform/operations/end-streams.ts'
import { serveHealth } from './platform/operations/health.ts'
import { logRequests } from './platform/operations/log-requests.ts'
import { createMetrics, measureRequests, serveMetrics } from './platform/operations/metrics.ts'
import { serveReference } from './platform/reference/serve-reference.ts'
import { serveApps } from './platform/web/serve-apps.ts'

const BODY_SIZE_BYTES_MAX = 1024 * 1024
const REQUEST_TIMEOUT_MS = 120_000
const PARAMETER_LENGTH_MAX = 200

/** Builds the server: the same for production and for tests. */
export async function buildApp(deps: Deps): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: deps.log,
    genReqId: () => deps.newId(),
    bodyLimit: BODY_SIZE_BYTES_MAX,
    requestTimeout: REQUEST_TIMEOUT_MS,
    routerOptions: { maxParamLength: PARAMETER_LENGTH_MAX },
    trustProxy: deps.env.TRUSTED_PROXIES === '' ? false : deps.env.TRUSTED_PROXIES.split(','),
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: (error, request, reply) => {
      void answerError(error, request, reply)
    },
  })
  app.removeContentTypeParser('text/plain')
  demandAccess(app)
  app.setErrorHandler(answerError)
  app.setNotFoundHandler(refuseUnknown)
  const security = securityHeaders(deps.publicUrl)
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers(security).header('request-id', request.id)
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store')
    done()
  })
  await app.register(cookie)
  await app.register(multipart, {
    limits: { fileSize: FILE_SIZE_BYTES_MAX, files: 1, fields: 2, parts: 4, headerPairs: 50 },
    throwFileSizeLimit: false,
  })
  const metrics = createMetrics(deps)
  logRequests(app)
  measureRequests(app, metrics)
  endStreamsOnClose(app)
  await app.register((context, _options, done) => {
    const { answerOthers } = collectMethods(context)
    serveHealth(context, deps)
    serveMetrics(context, deps, metrics)
    serveReference(context, routes, deps.publicUrl, {
      desk: cookieName(deps.publicUrl, 'desk', 'access'),
      extranet: cookieName(deps.publicUrl, 'extranet', 'access'),
    })
    answerOthers()
    done()
  })
  await registerAudience(app, deps, staffModules)
  await registerAudience(app, deps, extranetModules)
  await app.register(async (context) => {
    const { answerOthers } = collectMethods(context)
    await serveApps(context)
    answerOthers()
  })
  return app
}

/** Each audience is an encapsulated context of its own; nobody decides by looking at a URL. */
async function registerAudience(app: FastifyInstance, deps: Deps, modules: RouteModule[]): Promise<void> {
  await app.register((context, _options, done) => {
    const { answerOthers } = collectMethods(context)
    const serve = createServe(context, deps)
    for (const module of modules) module(serve)
    answerOthers()
    done()
  })
}
