import type { Access } from '@timedesk/contracts/access'
import type { Route } from '@timedesk/contracts/route'
import 'fastify'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call it. A route without one stops the boot. */
    access?: Access
    contract?: Route
  }
  interface FastifyInstance {
    /** Every route in the order of its adding. */
    servedRoutes: { url: string; methods: string[]; contract: Route | null }[]
  }
  interface FastifyRequest {
    /** Who asked, for the log; null for nobody and on public routes. */
    actorKey: string | null
  }
}
