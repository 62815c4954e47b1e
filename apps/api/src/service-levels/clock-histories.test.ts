import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportCase, send } from '../../test/cases.ts'
import { NORMAL_PRIORITY_ID, statusId, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { openServiceDesk } from '../../test/service-desk.ts'
import { verifyClocks } from '../../test/verify-clocks.ts'

const HISTORIES = 16
const STEPS = 12
const SEED = 20_260_302
const TIMEOUT_MS = 300_000
const CRITICAL_PRIORITY_ID = '00000000-0000-7000-8000-000000000011'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openServiceDesk>>
let agent: SignedIn
let contact: SignedIn & { customerId: string }

beforeAll(async () => {
  server = await startServer()
  desk = await openServiceDesk(server)
  agent = await desk.staff()
  contact = await desk.contact()
  const calendarId = await desk.weekdays()
  const promised = (priorityId: string, share: number) => ({
    ...{ priorityId, firstResponse: 120 / share, nextResponse: 240 / share, resolution: 960 / share },
  })
  const targets = [promised(NORMAL_PRIORITY_ID, 1), promised(CRITICAL_PRIORITY_ID, 4)]
  const escalations = [{ share: 130, clock: 'resolution', notify: { responsible: true } }]
  await desk.promise({}, { calendarId, targets, escalations, warnAt: [50, 90] })
})
afterAll(() => server.close())

const anyStep = fc.record({
  /** Minutes that pass before it; now and then a weekend. */
  wait: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.constantFrom(480, 1_440, 4_320)),
  works: fc.boolean(),
  deed: fc.oneof(
    fc.constantFrom('staff_reply', 'contact_reply', 'solve', 'work'),
    fc.record({
      to: fc.constantFrom('open', 'waiting_customer', 'waiting_third_party', 'solved', 'closed', 'cancelled'),
    }),
    fc.record({ priorityId: fc.constantFrom(NORMAL_PRIORITY_ID, CRITICAL_PRIORITY_ID), keepsDue: fc.boolean() }),
    fc.record({ deadlineIn: fc.option(fc.integer({ min: -60, max: 3_000 })) }),
  ),
})
type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never

/** What a step asks for may be refused: then nothing happens, and that is fine too. */
async function take(caseId: string, { wait, works, deed }: Step): Promise<void> {
  await desk.pass(wait)
  if (works) await desk.work()
  const path = `/cases/${caseId}`
  if (deed === 'staff_reply') await desk.ask(agent, 'POST', `${path}/replies`, { body: 'We look into it.' })
  else if (deed === 'contact_reply') await ask('POST', `${path}/replies`, { body: 'Any news?' })
  else if (deed === 'solve') await ask('PUT', `${path}/solution`)
  else if (deed === 'work') await desk.work()
  else if ('to' in deed) await desk.ask(agent, 'PUT', `${path}/status`, { statusId: statusId[deed.to] })
  else if ('priorityId' in deed) await desk.ask(agent, 'PATCH', path, deed)
  else {
    const at = deed.deadlineIn === null ? null : new Date(server.clock.now.getTime() + deed.deadlineIn * 60_000)
    await desk.ask(agent, 'PUT', `${path}/deadline`, { at: at?.toISOString() ?? null, reason: 'Agreed.' })
  }
  await desk.deliver()
}

const ask = (method: 'POST' | 'PUT', path: string, payload?: object) =>
  send(server, contact, method, `/api/extranet/v1${path}`, payload)

test(
  'whatever happens to a case, its clocks stand as its log says, and each mark is told once',
  async () => {
    let told = 0
    const histories = fc.array(anyStep, { minLength: STEPS, maxLength: STEPS })
    const property = fc.asyncProperty(histories, async (steps) => {
      const { id } = await reportCase(server, contact)
      await desk.deliver()
      for (const step of steps) {
        await take(id, step)
        await desk.work()
        const { stored, recomputed } = await verifyClocks(server.database.reader, [id], server.clock.now)
        expect(stored).toEqual(recomputed)
      }
      const marks = await desk.log(id, ['clock.warned', 'clock.breached'])
      const keys = marks.map(({ clock, cycle, share }) => [clock, cycle, share].join(' '))
      expect(keys).toEqual([...new Set(keys)])
      told += keys.length
    })
    await fc.assert(property, { numRuns: HISTORIES, seed: SEED })

    expect(told).toBeGreaterThan(HISTORIES)
    expect(await integrityViolations(server)).toEqual([])
  },
  TIMEOUT_MS,
)
