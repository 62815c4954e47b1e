import type { FastifyInstance } from 'fastify'

/** One line for each answer: what was asked, what came, how long it took and who asked. Never a query or a body. */
export function logRequests(app: FastifyInstance): void {
  app.decorateRequest('actorKey', null)
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        actor: request.actorKey,
      },
      'request',
    )
    done()
  })
}
