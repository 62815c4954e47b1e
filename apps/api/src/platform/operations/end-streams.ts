import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'

/** Ends event streams when the server closes: they would never end by themselves, and clients come back elsewhere. */
export function endStreamsOnClose(app: FastifyInstance): void {
  const streams = new Set<ServerResponse>()
  app.addHook('onRequest', (request, reply, done) => {
    if (request.routeOptions.config.contract?.produces === 'text/event-stream') {
      streams.add(reply.raw)
      reply.raw.once('close', () => streams.delete(reply.raw))
    }
    done()
  })
  app.addHook('preClose', (done) => {
    for (const stream of streams) stream.end()
    done()
  })
}
