import { Refusal } from '@timedesk/contracts/refusal'
import type { FastifyInstance, HTTPMethods } from 'fastify'
import { sendProblem } from './problems.ts'

const EVERY_METHOD: HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/**
 * Refuses to boot with a route that does not say who may call it, and keeps the list of all in `servedRoutes`.
 * Call it before any route is added.
 */
export function demandAccess(app: FastifyInstance): void {
  const served: FastifyInstance['servedRoutes'] = []
  app.decorate('servedRoutes', served)
  app.addHook('onRoute', ({ url, method, config }) => {
    if (config?.access === undefined) throw new Error(`The route ${String(method)} ${url} does not declare its access.`)
    served.push({ url, methods: [method].flat().map(String), contract: config.contract ?? null })
  })
}

/** Collects the routes of a context, and answers every other method of their addresses: OPTIONS with Allow, the rest with 405. */
export function collectMethods(app: FastifyInstance): { answerOthers: () => void } {
  const known = new Map<string, Set<string>>()
  app.addHook('onRoute', ({ url, method }) => {
    const methods = known.get(url) ?? new Set<string>()
    for (const name of [method].flat()) methods.add(name)
    if (methods.has('GET')) methods.add('HEAD')
    known.set(url, methods)
  })
  return {
    answerOthers() {
      for (const [url, methods] of [...known]) {
        const allow = [...methods, 'OPTIONS'].sort().join(', ')
        app.route({
          url,
          method: EVERY_METHOD.filter((method) => !methods.has(String(method))),
          config: { access: { audience: 'public' } },
          handler: async (request, reply) => {
            void reply.header('allow', allow)
            if (request.method === 'OPTIONS') return reply.code(204).send()
            return sendProblem(request, reply, 'method_not_allowed')
          },
        })
      }
    },
  }
}

/** The answer for addresses that no route knows. */
export function refuseUnknown(): never {
  throw new Refusal('not_found')
}
