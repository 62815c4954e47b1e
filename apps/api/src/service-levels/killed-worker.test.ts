import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Prisma } from '@timedesk/prisma/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase } from '../../test/cases.ts'
import { buildCustomer, SUPPORT_DEPARTMENT_ID } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { openServiceDesk } from '../../test/service-desk.ts'
import { verifyClocks } from '../../test/verify-clocks.ts'

const CASES = 30
const DONE_BEFORE_THE_END = 7
const TIMEOUT_MS = 120_000
const program = path.join(import.meta.dirname, '../../test/work-clocks-process.ts')

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openServiceDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openServiceDesk(server)
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

/** Starts a worker and ends it the hard way once it has done some cases; resolves with how it ended. */
function workAndKill(): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, [program, server.url, server.clock.now.toISOString()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let done = 0
  createInterface(child.stdout).on('line', () => {
    done += 1
    if (done === DONE_BEFORE_THE_END) child.kill('SIGKILL')
  })
  return new Promise((resolve) => {
    child.on('exit', (_code, signal) => {
      resolve(signal)
    })
  })
}

async function countMarks(): Promise<{ cases: number; marks: number; events: number; notices: number; mails: number }> {
  const [row] = await server.database.reader.rows<Awaited<ReturnType<typeof countMarks>>>(Prisma.sql`SELECT
    (SELECT count(DISTINCT case_id)::int FROM clock_mark) AS cases, (SELECT count(*)::int FROM clock_mark) AS marks,
    (SELECT count(*)::int FROM event WHERE type LIKE 'clock.%') AS events,
    (SELECT count(*)::int FROM staff_notice n JOIN event e ON e.id = n.event_id WHERE e.type LIKE 'clock.%') AS notices,
    (SELECT count(*)::int FROM mail WHERE kind LIKE 'clock.%') AS mails`)
  if (row === undefined) throw new Error('Nothing was counted')
  return row
}

test(
  'a worker that is killed in the midst of its work leaves nothing half done and nothing twice',
  async () => {
    const agent = await desk.staff()
    const { id: customerId } = await buildCustomer(server)
    await desk.promise({ firstResponse: 30, resolution: 60 }, { customerId, warnAt: [50] })
    const held = { customerId, departmentId: SUPPORT_DEPARTMENT_ID, responsibleId: agent.id }
    const cases = []
    for (let count = 0; count < CASES; count += 1) cases.push(await openCase(server, agent, held))
    await desk.pass(180)

    expect(await workAndKill()).toBe('SIGKILL')
    const halfway = await countMarks()
    expect(halfway.cases).toBeGreaterThanOrEqual(DONE_BEFORE_THE_END)
    expect(halfway.cases).toBeLessThan(CASES)
    expect(halfway).toMatchObject({ marks: halfway.cases * 4, events: halfway.cases * 4 })

    await desk.work()
    await desk.deliver()

    const each = CASES * 4
    expect(await countMarks()).toEqual({ cases: CASES, marks: each, events: each, notices: each, mails: each })
    const ids = cases.map(({ id }) => id)
    const { stored, recomputed } = await verifyClocks(server.database.reader, ids, server.clock.now)
    expect(stored).toEqual(recomputed)
  },
  TIMEOUT_MS,
)
