import type { FastifyRequest } from 'fastify'
import type { ContactActor, StaffActor } from '../context.ts'

/** Finds out who sends a request; null for nobody. Asked anew at each request, so that a lost right is lost at once. */
export type Authenticate = {
  /** By API token or by the desk's session. */
  staff: (request: FastifyRequest) => Promise<StaffActor | null>
  /** By the extranet's session. */
  contact: (request: FastifyRequest) => Promise<ContactActor | null>
}
