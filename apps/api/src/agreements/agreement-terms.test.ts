import { Prisma } from '@timedesk/prisma/client'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildCustomer, buildEmployee, SUPPORT_ACTIVITY_ID, SUPPORT_DEPARTMENT_ID } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { openPlanDesk } from '../../test/plan-desk.ts'
import { newId } from '../platform/new-id.ts'

const WEEKDAYS = '00000000-0000-7000-8000-000000000041'

let server: Awaited<ReturnType<typeof startServer>>
let desk: ReturnType<typeof openPlanDesk>

beforeAll(async () => {
  server = await startServer()
  desk = openPlanDesk(server)
})
afterEach(async () => {
  expect(await integrityViolations(server)).toEqual([])
})
afterAll(() => server.close())

const dkk = (amount: string) => ({ amount, currency: 'DKK' })

async function buildProject(customerId: string) {
  const id = newId()
  await server.database.transact((tx) => tx.project.create({ data: { id, customerId, name: 'Migration' } }))
  return id
}

async function buildRateCard(currency = 'DKK') {
  const id = newId()
  await server.database.transact((tx) => tx.rateCard.create({ data: { id, name: `Card ${id}`, currency } }))
  return id
}

test('everything that an agreement says is kept and told', async () => {
  const { id: customerId } = await buildCustomer(server)
  const { id: ownerId, name } = await buildEmployee(server)
  const [projectId, rateCardId] = [await buildProject(customerId), await buildRateCard()]

  const made = await desk.agree(customerId, {
    ...{ heading: 'Hosting 2026', settlement: 'voucher', terms: 'Weekdays 8–16.', validTo: '2026-12-31' },
    ...{ isBillable: false, ratePerHour: dkk('950.00'), rateCardId, incrementMinutes: 15, minimumMinutes: 30 },
    ...{ roundingScope: 'case_day', overagePolicy: 'approve', overageRate: dkk('1100'), thresholds: [95, 50, 95] },
    ...{ termMonths: 12, renewal: 'automatic', noticeDays: 30, creditsUnused: true, ownerId, poNumber: 'PO-4711' },
    afterHours: { policy: 'automatic', calendarId: WEEKDAYS, factor: '1.5', weekendFactor: '2' },
    scope: [
      { kind: 'project', mode: 'exclude', id: projectId },
      { kind: 'department', mode: 'include', id: SUPPORT_DEPARTMENT_ID },
      { kind: 'activity_type', mode: 'include', id: SUPPORT_ACTIVITY_ID },
    ],
  })

  expect(await desk.agreement(made.id)).toEqual(made)
  expect(made).toMatchObject({
    ...{ settlement: 'voucher', state: 'active', validTo: '2026-12-31', isBillable: false, roundingScope: 'case_day' },
    ...{ rateCard: { id: rateCardId }, overagePolicy: 'approve', overageRate: dkk('1100.00'), thresholds: [50, 95] },
    ...{ termMonths: 12, renewal: 'automatic', noticeDays: 30, noticeBy: '2026-12-01', creditsUnused: true },
    ...{ owner: { id: ownerId, name }, poNumber: 'PO-4711', balance: null, warnings: [] },
    afterHours: { policy: 'automatic', factor: '1.5', weekendFactor: '2', holidayFactor: null },
    scope: [
      { kind: 'activity_type', mode: 'include', reference: { id: SUPPORT_ACTIVITY_ID } },
      { kind: 'department', mode: 'include', reference: { id: SUPPORT_DEPARTMENT_ID } },
      { kind: 'project', mode: 'exclude', reference: { id: projectId, name: 'Migration' } },
    ],
    can: { edit: true, sellVoucher: true, addLine: false, terminate: true },
  })
})

test('a term without an end ends with it', async () => {
  const { id: customerId } = await buildCustomer(server)

  const { validTo } = await desk.agree(customerId, { validFrom: '2028-02-29', termMonths: 12 })

  expect(validTo).toBe('2029-02-27')
})

test('a change replaces what it names, keeps the rest, and is told by names', async () => {
  const { id: customerId } = await buildCustomer(server)
  const { id } = await desk.agree(customerId, { heading: 'Old', noticeDays: 30, thresholds: [80] })
  const scope = [{ kind: 'activity_type', mode: 'include', id: SUPPORT_ACTIVITY_ID }]

  const changed = await desk.succeed('PATCH', `/agreements/${id}`, {
    scope,
    thresholds: [50, 90],
    overagePolicy: 'block',
  })
  const same = await desk.succeed('PATCH', `/agreements/${id}`, { scope, thresholds: [90, 50] })

  expect(changed).toMatchObject({
    heading: 'Old',
    noticeDays: 30,
    thresholds: [50, 90],
    overagePolicy: 'block',
    version: 2,
  })
  expect(same).toMatchObject({ version: 2 })
  const [told] = await server.database.reader.rows<{ changes: object }>(
    Prisma.sql`SELECT payload -> 'changes' AS changes FROM event WHERE subject_id = ${id}::uuid AND type = 'agreement.changed'`,
  )
  expect(told?.changes).toEqual([
    { field: 'overagePolicy', from: 'bill', to: 'block' },
    { field: 'scope', from: '', to: '+ activity_type: Support' },
    { field: 'thresholds', from: '80 %', to: '50 %, 90 %' },
  ])
})

const elsewhere = async () => buildProject((await buildCustomer(server)).id)

test.for([
  [
    'surcharges without a calendar',
    () => ({ afterHours: { policy: 'automatic', factor: '1.5' } }),
    'invalid_request',
    '/body/afterHours/calendarId',
  ],
  [
    'a surcharge below the rate',
    () => ({ afterHours: { policy: 'none', factor: '0.5' } }),
    'invalid_request',
    '/body/afterHours/factor',
  ],
  [
    'a renewal without a term',
    () => ({ renewal: 'automatic', validTo: '2026-12-31' }),
    'invalid_request',
    '/body/termMonths',
  ],
  ['an end before its beginning', () => ({ validTo: '2025-12-31' }), 'invalid_request', '/body/validTo'],
  [
    'overage in another currency',
    () => ({ overageRate: { amount: '9.00', currency: 'EUR' } }),
    'invalid_money',
    '/body/overageRate/currency',
  ],
  [
    'prices in another currency',
    async () => ({ rateCardId: await buildRateCard('EUR') }),
    'reference_refused',
    '/body/rateCardId',
  ],
  ['a rate card that does not exist', () => ({ rateCardId: newId() }), 'reference_refused', '/body/rateCardId'],
  [
    'another customer’s project',
    async () => ({ scope: [{ kind: 'project', mode: 'include', id: await elsewhere() }] }),
    'reference_refused',
    '/body/scope/0/id',
  ],
] as const)('an agreement with %s is refused', async ([, given, code, pointer]) => {
  const { id: customerId } = await buildCustomer(server)
  const body = { customerId, heading: 'x', validFrom: '2026-01-01', ...(await given()) }

  const answer = await desk.send('POST', '/agreements', body)

  expect(answer.json()).toMatchObject({ code, errors: [{ pointer }] })
})

test('two agreements on time spent may hold at once when one of them is for some work only', async () => {
  const { id: customerId } = await buildCustomer(server)
  const timeSpent = { settlement: 'time_spent', ratePerHour: dkk('950.00') }
  const scope = [{ kind: 'activity_type', mode: 'include', id: SUPPORT_ACTIVITY_ID }]
  await desk.agree(customerId, timeSpent)
  const { id } = await desk.agree(customerId, { ...timeSpent, scope })
  const later = await desk.agree(customerId, { ...timeSpent, state: 'draft', validFrom: '2027-01-01' })

  const widened = await desk.send('PATCH', `/agreements/${id}`, { scope: [] })
  const activated = await desk.send('PATCH', `/agreements/${later.id}`, { state: 'active' })

  expect([widened.json(), activated.json()]).toMatchObject([{ code: 'agreement_exists' }, { code: 'agreement_exists' }])
})

test.for([
  ['draft', ['active'], true],
  ['draft', ['ended'], true],
  ['draft', ['suspended'], false],
  ['active', ['suspended', 'active'], true],
  ['active', ['suspended', 'ended'], true],
  ['active', ['ended', 'active'], false],
  ['active', ['ended', 'suspended'], false],
] as const)('from %s through %o: %s', async ([state, moves, isAllowed]) => {
  const { id: customerId } = await buildCustomer(server)
  const { id } = await desk.agree(customerId, { state })

  const answers = []
  for (const move of moves) answers.push(await desk.send('PATCH', `/agreements/${id}`, { state: move }))

  const last = answers.at(-1)?.json<{ state?: string; code?: string }>()
  expect(isAllowed ? last?.state : last?.code).toBe(isAllowed ? moves.at(-1) : 'agreement_state_refused')
})

test('a list is filtered by settlement, state and customer, newest first', async () => {
  const { id: customerId } = await buildCustomer(server)
  const subscription = await desk.agree(customerId)
  const voucher = await desk.agree(customerId, { settlement: 'voucher' })
  const draft = await desk.agree(customerId, { settlement: 'voucher', state: 'draft' })
  const idsOf = async (query: string) => {
    const { data } = await desk.succeed<{ data: { id: string }[] }>(
      'GET',
      `/agreements?customerId=${customerId}${query}`,
    )
    return data.map(({ id }) => id)
  }

  expect(await idsOf('')).toEqual([draft.id, voucher.id, subscription.id])
  expect(await idsOf('&settlement=voucher')).toEqual([draft.id, voucher.id])
  expect(await idsOf('&state=active')).toEqual([voucher.id, subscription.id])
})

test('who may not write agreements reads that they may do nothing with them', async () => {
  const { id: customerId } = await buildCustomer(server)
  const { id } = await desk.agree(customerId)
  const agent = await buildEmployee(server)

  const read = await server.app.inject({ url: `/api/v1/agreements/${id}`, headers: agent.headers })

  expect(read.json()).toMatchObject({ can: { edit: false, sellVoucher: false, addLine: false, terminate: false } })
})
