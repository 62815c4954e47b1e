import { createHash, timingSafeEqual } from 'node:crypto'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Environment } from '../../env.ts'
import type { Database } from '../db/database.ts'

const DURATION_BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/u

type Measured = { database: Database; log: FastifyBaseLogger }

/** What the process tells of itself, gathered anew for each reading. */
export type Metrics = { registry: Registry; duration: Histogram }

export function createMetrics(deps: Measured): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  measureDatabase(registry, deps)
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from a request to its answer, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: DURATION_BUCKETS_SECONDS,
    registers: [registry],
  })
  return { registry, duration }
}

/** Serves `/metrics` to this machine, or to whoever has the token. */
export function serveMetrics(
  app: FastifyInstance,
  { env }: { env: Pick<Environment, 'METRICS_TOKEN'> },
  { registry }: Metrics,
): void {
  app.get('/metrics', { config: { access: { audience: 'public' } } }, async (request, reply) => {
    admitReader(request, env.METRICS_TOKEN)
    return reply
      .type(registry.contentType)
      .header('cache-control', 'no-store')
      .send(await registry.metrics())
  })
}

/** Measures how long each request takes; call it on the whole server. */
export function measureRequests(app: FastifyInstance, { duration }: Metrics): void {
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown'
    duration.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
    done()
  })
}

function measureDatabase(registry: Registry, { database, log }: Measured): void {
  new Gauge({
    name: 'database_connections',
    help: 'Connections of the staff pool, and requests that wait for one.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { totalCount, idleCount, waitingCount } = database.pool
      this.set({ state: 'used' }, totalCount - idleCount)
      this.set({ state: 'idle' }, idleCount)
      this.set({ state: 'waited_for' }, waitingCount)
    },
  })
  new Gauge({
    name: 'event_deliveries',
    help: 'Deliveries of events that wait, or that were given up.',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      this.reset()
      const rows = await database.reader
        .rows<{ state: string; count: number }>(
          Prisma.sql`SELECT state, count(*)::int AS count FROM event_delivery WHERE state <> 'done' GROUP BY state`,
        )
        .catch((error: unknown) => {
          // The other figures are wanted most when the database is away.
          log.warn({ err: error }, 'the backlog could not be counted')
          return null
        })
      if (rows === null) return
      for (const state of ['waiting', 'dead']) this.set({ state }, rows.find((row) => row.state === state)?.count ?? 0)
    },
  })
}

/** A proxy on this machine makes strangers look local; whatever was forwarded is not from here. */
function admitReader({ headers, socket }: FastifyRequest, token: string | undefined): void {
  if (token !== undefined) {
    if (isSame(headers.authorization ?? '', `Bearer ${token}`)) return
    throw new Refusal('unauthenticated')
  }
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
  if (isForwarded || !LOOPBACK.test(socket.remoteAddress ?? '')) throw new Refusal('permission_denied')
}

function isSame(given: string, expected: string): boolean {
  const [left, right] = [given, expected].map((text) => createHash('sha256').update(text).digest())
  return left !== undefined && right !== undefined && timingSafeEqual(left, right)
}
