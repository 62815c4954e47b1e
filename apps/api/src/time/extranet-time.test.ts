import type { ExtranetTimeLine } from '@timedesk/contracts/extranet-agreements'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCase } from '../../test/build-case.ts'
import { buildCoveredTime, buildPrepaid, buildVoucher, showTo, type CoveredPiece } from '../../test/build-cover.ts'
import { send } from '../../test/cases.ts'
import { buildContact, buildCustomer, buildEmployee, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { lookAsContact, UNSEEN, withoutIds } from '../../test/look-as-contact.ts'

let server: Awaited<ReturnType<typeof startServer>>
let mette: SignedIn
let jonas: SignedIn

beforeAll(async () => {
  server = await startServer()
  await approveTime(true)
  mette = await buildEmployee(server, { name: 'Mette Holm' })
  jonas = await buildEmployee(server, { name: 'Jonas Dam' })
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

/** Whether the company approves time at all (R13). */
const approveTime = (approvesTime: boolean) =>
  server.deps.database.transact((tx) => tx.company.update({ where: { id: 1 }, data: { approvesTime } }))

type Shown = Parameters<typeof showTo>[2]
type Time = {
  data: ExtranetTimeLine[]
  page: { after: string | null; total?: number }
  shown: string
  totals: { minutes: number; billableMinutes: number; amount: { amount: string } | null }
}

/** A case of a requester at a customer that shows what is given. */
async function buildHouse(shown: Shown) {
  const { id: customerId } = await buildCustomer(server)
  await showTo(server, customerId, shown)
  const requester = await buildContact(server, { customerId })
  const { id: caseId } = await buildCase(server, { customerId, contactId: requester.id })
  return { customerId, requester, caseId }
}

type House = { customerId: string; caseId: string }
const hour: CoveredPiece = { kind: 'time_spent', minutes: 30, amount: 47_500 }

function work({ customerId, caseId }: House, given: Partial<Parameters<typeof buildCoveredTime>[1]> = {}) {
  const text = { customerText: 'Reset of the mail profile', internalText: 'kohlrabi' }
  return buildCoveredTime(server, {
    ...{ customerId, caseId, employeeId: mette.id, minutes: 25, pieces: [hour], ...text, ...given },
  })
}

const read = (by: SignedIn, caseId: string, query = '') =>
  send(server, by, 'GET', `/api/extranet/v1/cases/${caseId}/time${query}`)
const timeOf = async (by: SignedIn, caseId: string, query = '') => (await read(by, caseId, query)).json<Time>()

test('a requester reads who did what, what it counts as, what pays for it and what it costs', async () => {
  const house = await buildHouse({ showsTime: 'live', showsMoney: true })
  const { id: agreementId } = await buildPrepaid(server, { customerId: house.customerId })
  const { id: poolId } = await buildVoucher(server, { customerId: house.customerId, agreementId })
  await work(house, {
    pieces: [
      { kind: 'voucher', minutes: 20, units: 20, poolId, agreementId },
      { ...hour, minutes: 10 },
    ],
  })

  const answer = await read(house.requester, house.caseId, '?count=exact')

  expect(answer.json()).toEqual({
    data: [
      {
        id: expect.any(String) as string,
        workDate: '2026-03-02',
        employee: 'Mette Holm',
        activityType: 'Support',
        ...{ minutes: 25, billableMinutes: 30, isBillable: true, isReversal: false },
        text: 'Reset of the mail profile',
        coveredBy: [
          { kind: 'voucher', name: 'V-12', minutes: 20, hold: null },
          { kind: 'time_spent', name: null, minutes: 10, hold: null },
        ],
        amount: { amount: '475.00', currency: 'DKK' },
        ...{ isInvoiced: false, question: null, can: { question: true, decideOverage: false } },
      },
    ],
    page: { after: null, hasMore: false, total: 1 },
    shown: 'live',
    totals: { minutes: 25, billableMinutes: 30, amount: { amount: '475.00', currency: 'DKK' } },
  })
  expect(UNSEEN.exec(withoutIds(answer.body))?.[0]).toBeUndefined()
})

test.for([
  ['none', []],
  ['approved', ['Jonas Dam']],
  ['live', ['Jonas Dam', 'Mette Holm']],
] as const)(
  'where time is shown %s, that is all there is, over HTTP and for the database’s role',
  async ([showsTime, names]) => {
    const house = await buildHouse({ showsTime })
    await work(house, { workDate: '2026-02-24', employeeId: jonas.id, isApproved: true })
    await work(house)

    const { data, shown, totals } = await timeOf(house.requester, house.caseId)
    const seen = await lookAsContact<{ name: string }>(
      server,
      { ...house.requester, role: 'requester', seesAllCases: false },
      'SELECT employee_name AS name FROM extranet_time_line ORDER BY work_date',
    )

    expect(shown).toBe(showsTime)
    expect(data.map(({ employee }) => employee)).toEqual(names)
    expect(seen.map(({ name }) => name)).toEqual(names)
    expect(totals).toEqual({ minutes: 25 * names.length, billableMinutes: 30 * names.length, amount: null })
  },
)

test('where nobody approves time, all of it counts as approved', async () => {
  const house = await buildHouse({ showsTime: 'approved' })
  await work(house)

  const whileApproved = await timeOf(house.requester, house.caseId)
  await approveTime(false)
  const whileNot = await timeOf(house.requester, house.caseId)
  await approveTime(true)

  expect([whileApproved.data.length, whileNot.data.length]).toEqual([0, 1])
})

test.for([
  [false, null],
  [true, 47_500],
] as const)('with money %s, the database’s role reads the amount %s', async ([showsMoney, amount]) => {
  const house = await buildHouse({ showsTime: 'live', showsMoney })
  await work(house)

  const seen = await lookAsContact(server, house.requester, 'SELECT amount::int, currency FROM extranet_time_line')
  const { data, totals } = await timeOf(house.requester, house.caseId)

  const shown = amount === null ? null : { amount: '475.00', currency: 'DKK' }
  expect(seen).toEqual([{ amount, currency: amount === null ? null : 'DKK' }])
  expect(data.map((line) => line.amount)).toEqual([shown])
  expect(totals.amount).toEqual(shown)
})

test('time on a colleague’s case is not there for who sees their own only', async () => {
  const house = await buildHouse({ showsTime: 'live' })
  await work(house)
  const colleague = await buildContact(server, { customerId: house.customerId })
  const bookkeeper = await buildContact(server, {
    customerId: house.customerId,
    role: 'bookkeeper',
    seesAllCases: true,
  })

  const refused = await read(colleague, house.caseId)
  const seen = await lookAsContact(
    server,
    { ...colleague, role: 'requester', seesAllCases: false },
    'SELECT id FROM extranet_time_line',
  )

  expect(refused.statusCode).toBe(404)
  expect(seen).toEqual([])
  expect((await timeOf(bookkeeper, house.caseId)).data).toHaveLength(1)
})

test('another customer’s time is not there, whatever is shown', async () => {
  const house = await buildHouse({ showsTime: 'live', showsMoney: true })
  await work(house)
  const stranger = await buildContact(server, { role: 'manager', seesAllCases: true })
  await showTo(server, stranger.customerId, { showsTime: 'live', showsMoney: true })

  expect((await read(stranger, house.caseId)).statusCode).toBe(404)
  expect(await lookAsContact(server, stranger, 'SELECT id FROM extranet_time_line')).toEqual([])
})

test('overage says whether it waits, and what was declined costs nothing', async () => {
  const house = await buildHouse({ showsTime: 'live', showsMoney: true })
  const { id: agreementId } = await buildPrepaid(server, { customerId: house.customerId })
  const over: CoveredPiece = { ...hour, kind: 'overage', agreementId }
  for (const hold of ['approval', 'blocked', 'declined'] as const) await work(house, { pieces: [{ ...over, hold }] })
  await work(house, { pieces: [{ ...hour, kind: 'missing_rate', amount: null }] })
  await work(house, { pieces: [{ kind: 'non_billable', minutes: 25, amount: null }] })

  const { data, totals } = await timeOf(house.requester, house.caseId)

  const seen = data.map(({ coveredBy, amount }) => [coveredBy[0]?.kind, coveredBy[0]?.hold, amount?.amount ?? null])
  expect(seen.toSorted()).toEqual([
    ['missing_rate', null, null],
    ['non_billable', null, null],
    ['overage', 'approval', '475.00'],
    ['overage', 'blocked', '475.00'],
    ['overage', 'declined', '0.00'],
  ])
  expect(totals).toEqual({ minutes: 125, billableMinutes: 120, amount: { amount: '950.00', currency: 'DKK' } })
})

test('a correction stands as what was taken back and what came instead', async () => {
  const house = await buildHouse({ showsTime: 'live', showsMoney: true })
  const { id } = await work(house)
  const back = { ...hour, minutes: -30, amount: -47_500 }
  await work(house, { minutes: -25, pieces: [back], corrects: { id, as: 'reversal' } })
  await work(house, {
    minutes: 50,
    pieces: [{ ...hour, minutes: 60, amount: 95_000 }],
    corrects: { id, as: 'replacement' },
  })

  const { data, totals } = await timeOf(house.requester, house.caseId)

  expect(data.map(({ minutes, isReversal }) => [minutes, isReversal]).toSorted()).toEqual([
    [-25, true],
    [25, false],
    [50, false],
  ])
  expect(totals).toEqual({ minutes: 50, billableMinutes: 60, amount: { amount: '950.00', currency: 'DKK' } })
})

test('time comes page by page in its order, with the sums of all', async () => {
  const house = await buildHouse({ showsTime: 'live' })
  for (const workDate of ['2026-03-02', '2026-02-16', '2026-02-25']) await work(house, { workDate })

  const first = await timeOf(house.requester, house.caseId, '?limit=2')
  const second = await timeOf(house.requester, house.caseId, `?limit=2&after=${first.page.after ?? ''}`)

  expect([...first.data, ...second.data].map(({ workDate }) => workDate)).toEqual([
    '2026-02-16',
    '2026-02-25',
    '2026-03-02',
  ])
  expect([first.totals.minutes, second.totals.minutes]).toEqual([75, 75])
})
