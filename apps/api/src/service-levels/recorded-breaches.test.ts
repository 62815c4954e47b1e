import type { ExtranetClocks } from '@timedesk/contracts/clocks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportCase, send } from '../../test/cases.ts'
import { NORMAL_PRIORITY_ID, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { openServiceDesk } from '../../test/service-desk.ts'
import { verifyClocks } from '../../test/verify-clocks.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openServiceDesk>>
let agent: SignedIn
beforeAll(async () => {
  server = await startServer()
  desk = await openServiceDesk(server)
  agent = await desk.staff({ name: 'Ida Lund' })
})
afterAll(() => server.close())

const reports = async (customerId: string) => {
  const { data } = (
    await desk.ask(
      desk.administrator,
      'GET',
      `/reports/service-levels?from=2026-04-01&to=2026-04-30&customerId=${customerId}`,
    )
  ).json<{ data: { breaches: number; firstResponses: { met: number; missed: number } }[] }>()
  return data.map(({ breaches, firstResponses: { met, missed } }) => ({ breaches, met, missed }))
}
/** What every reading says of the first response. */
async function readings(caseId: string, anna: Awaited<ReturnType<typeof desk.contact>>) {
  const own = await send(server, anna, 'GET', `/api/extranet/v1/cases/${caseId}/clocks`)
  const [ledger, listed, log, { rows }] = await Promise.all([
    desk.clock(caseId, 'first_response'),
    desk.ask(desk.administrator, 'GET', `/cases?isBreached=true&customerId=${anna.customerId}`),
    desk.log(caseId, ['clock.breached', 'clock.warned']),
    server.database.pool.query('SELECT result, breached_at FROM case_clock WHERE case_id = $1', [caseId]),
  ])
  return {
    own: own.statusCode === 200 ? own.json<ExtranetClocks>() : null,
    ledger: { result: ledger?.result, breach: ledger?.breach, warnings: ledger?.warnings },
    listed: listed.json<{ data: { id: string }[] }>().data.map(({ id }) => id),
    log: log.map(({ type, at }) => [type, at]),
    rows,
    report: await reports(anna.customerId),
  }
}

test('R80: what the log tells of a breach stays so in every reading, whatever hours are stored later', async () => {
  await desk.at('2026-04-13T08:00:00.000Z')
  const calendarId = await desk.weekdays()
  const anna = await desk.contact({ name: 'Anna Berg' })
  await desk.promise(
    { firstResponse: 60 },
    { customerId: anna.customerId, calendarId, warnAt: [50], isShownToCustomers: true },
  )
  const { id } = await reportCase(server, anna)
  await desk.deliver()
  await desk.pass(90)
  await desk.work()
  const before = await readings(id, anna)
  const today = { spans: [{ weekday: 1, opensAt: '13:00', closesAt: '16:00' }], validFrom: '2026-04-13' }
  const refused = await desk.ask(desk.administrator, 'PATCH', `/service-calendars/${calendarId}`, today, {
    'if-match': '*',
  })
  // As if somebody had changed the rows behind the product's back.
  await server.database.pool.query(
    `UPDATE service_calendar_span SET opens_at = 900 WHERE calendar_id = $1 AND opens_at < 900`,
    [calendarId],
  )

  expect(refused.json()).toMatchObject({ code: 'calendar_past', errors: [{ pointer: '/body/validFrom' }] })
  expect(before.ledger).toMatchObject({ breach: { at: '2026-04-13T09:00:00.000Z' }, warnings: [{ share: 50 }] })
  expect(await readings(id, anna)).toEqual(before)
  await desk.ask(agent, 'POST', `/cases/${id}/replies`, { body: 'We look into it.' })
  const after = await readings(id, anna)
  expect(after.ledger).toEqual({ ...before.ledger, result: 'missed' })
  expect(after.report).toEqual([{ breaches: 1, met: 0, missed: 1 }])
  expect(after.rows).toMatchObject([{ result: 'missed' }])
  expect(after.log).toEqual(before.log)
  const { stored, recomputed } = await verifyClocks(server.database.reader, [id], server.clock.now)
  expect(stored).toEqual(recomputed)
  const { rows: violations } = await server.database.pool.query('SELECT * FROM integrity_violations')
  expect(violations).toEqual([])
})

test.for([
  ['an hour ago', -60],
  ['now', 0],
] as const)('a deadline of %s is refused: it would be missed at once', async ([, minutes]) => {
  const anna = await desk.contact()
  const { id } = await reportCase(server, anna)
  const at = new Date(server.clock.now.getTime() + minutes * 60_000).toISOString()

  const set = await desk.ask(agent, 'PUT', `/cases/${id}/deadline`, { at, reason: 'Agreed.' })
  const created = await desk.ask(agent, 'POST', '/cases', {
    ...{ customerId: anna.customerId, subject: 'Late', description: 'Late', deadline: at },
  })

  expect(set.statusCode).toBe(422)
  expect(set.json()).toMatchObject({
    code: 'field_refused',
    errors: [{ pointer: '/body/at', message: 'Choose a time to come.' }],
  })
  expect(created.statusCode).toBe(422)
  expect(created.json()).toMatchObject({ code: 'field_refused', errors: [{ pointer: '/body/deadline' }] })
  expect(await desk.log(id, ['clock.breached', 'case.deadline_set'])).toEqual([])
})

test('an escalation that tells nobody and moves nothing is refused where it stands', async () => {
  const answer = await desk.ask(desk.administrator, 'POST', '/service-policies', {
    name: 'Idle',
    targets: [{ priorityId: NORMAL_PRIORITY_ID, firstResponse: 60, nextResponse: null, resolution: null }],
    escalations: [{ share: 90, notify: { responsible: true } }, { share: 100 }],
  })

  expect(answer.json()).toMatchObject({
    code: 'reference_refused',
    errors: [{ pointer: '/body/escalations/1/notify', code: 'required' }],
  })
})
