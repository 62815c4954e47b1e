import type { ExtranetAgreement, ExtranetPool } from '@timedesk/contracts/extranet-agreements'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAgreement } from '../../test/build-agreement.ts'
import { buildCase } from '../../test/build-case.ts'
import {
  buildCoveredTime,
  buildPeriod,
  buildPrepaid,
  buildQuota,
  buildVoucher,
  showTo,
} from '../../test/build-cover.ts'
import { send } from '../../test/cases.ts'
import { buildContact, buildCustomer, buildEmployee, type SignedIn } from '../../test/factories.ts'
import { startServer } from '../../test/harness.ts'
import { integrityViolations } from '../../test/integrity.ts'
import { lookAsContact, UNSEEN, withoutIds } from '../../test/look-as-contact.ts'

const BASE = '/api/extranet/v1'

let server: Awaited<ReturnType<typeof startServer>>
let mette: SignedIn

beforeAll(async () => {
  server = await startServer()
  mette = await buildEmployee(server, { name: 'Mette Holm' })
})
afterAll(async () => {
  expect(await integrityViolations(server)).toEqual([])
  await server.close()
})

type Shown = Parameters<typeof showTo>[2]

/** A customer with a manager and a voucher of ten hours, of which half an hour is used. */
async function buildHouse(shown: Shown = { showsBalances: true, showsMoney: true }) {
  const { id: customerId } = await buildCustomer(server)
  await showTo(server, customerId, shown)
  const manager = await buildContact(server, { customerId, role: 'manager', seesAllCases: true })
  const agreement = await buildPrepaid(server, { customerId, terms: 'Answer within a day.', poNumber: 'PO-77' })
  const voucher = await buildVoucher(server, { customerId, agreementId: agreement.id, expiresOn: '2026-12-31' })
  const { id: caseId } = await buildCase(server, { customerId, contactId: manager.id })
  await use(customerId, caseId, voucher.id)
  return { customerId, manager, agreement, voucher, caseId }
}

function use(customerId: string, caseId: string, poolId: string, workDate = '2026-03-02') {
  return buildCoveredTime(server, {
    ...{ customerId, caseId, employeeId: mette.id, workDate, minutes: 25, internalText: 'kohlrabi' },
    pieces: [{ kind: 'voucher', minutes: 30, units: 30, poolId }],
  })
}

const read = (by: SignedIn, path: string) => send(server, by, 'GET', `${BASE}${path}`)
const listOf = async (by: SignedIn) => (await read(by, '/agreements')).json<{ data: ExtranetAgreement[] }>().data
const poolOf = async (by: SignedIn, id: string): Promise<ExtranetPool | undefined> =>
  (await listOf(by)).flatMap(({ pools }) => pools).find((pool) => pool.id === id)

test.for(['manager', 'bookkeeper'] as const)('a %s reads what the company has agreed', async (role) => {
  const { customerId, agreement, voucher } = await buildHouse()
  const contact = await buildContact(server, { customerId, role, seesAllCases: true })

  const list = await read(contact, '/agreements')
  const one = await read(contact, `/agreements/${agreement.id}`)

  expect(one.json()).toEqual({
    id: agreement.id,
    number: expect.any(Number) as number,
    heading: 'Support voucher',
    terms: 'Answer within a day.',
    settlement: 'voucher',
    state: 'active',
    validFrom: '2025-01-01',
    validTo: null,
    poNumber: 'PO-77',
    overagePolicy: 'bill',
    pools: [
      {
        ...{ id: voucher.id, name: 'V-12', kind: 'voucher', unit: 'minutes', state: 'active' },
        ...{ validFrom: '2026-01-01', expiresOn: '2026-12-31', granted: 600, available: 570 },
        // 30 minutes in eight weeks: 570 minutes last 1064 days.
        ...{ emptyOn: '2029-01-29', price: { amount: '9000.00', currency: 'DKK' } },
      },
    ],
    periods: [],
    shows: { balances: true, money: true },
  })
  expect(list.json()).toEqual({ data: [one.json()] })
})

test('a requester is refused, over HTTP and by the database', async () => {
  const { customerId, manager, agreement, voucher } = await buildHouse()
  await buildPeriod(server, { customerId, agreementId: agreement.id })
  const requester = await buildContact(server, { customerId, role: 'requester', seesAllCases: true })

  const paths = ['/agreements', `/agreements/${agreement.id}`, `/pools/${voucher.id}/statement`]
  const answers = await Promise.all(paths.map((path) => read(requester, path)))
  const seen = await Promise.all(
    ['extranet_pool', 'extranet_pool_ledger', 'extranet_subscription'].map(async (view) => [
      view,
      (await lookAsContact(server, { ...requester, role: 'requester' }, `SELECT id FROM ${view}`)).length,
      (await lookAsContact(server, manager, `SELECT id FROM ${view}`)).length,
    ]),
  )

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403])
  expect(seen).toEqual([
    ['extranet_pool', 0, 1],
    ['extranet_pool_ledger', 0, 2],
    ['extranet_subscription', 0, 1],
  ])
})

test('another customer’s agreements, vouchers and statements are not there', async () => {
  const { agreement, voucher } = await buildHouse()
  const stranger = await buildContact(server, { role: 'manager', seesAllCases: true })

  const answers = await Promise.all(
    [`/agreements/${agreement.id}`, `/pools/${voucher.id}/statement`].map((path) => read(stranger, path)),
  )
  const views = ['agreement', 'extranet_pool', 'extranet_pool_ledger', 'extranet_subscription', 'extranet_time_line']
  const seen = await Promise.all(views.map((view) => lookAsContact(server, stranger, `SELECT id FROM ${view}`)))

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404])
  expect(await listOf(stranger)).toEqual([])
  expect(seen).toEqual([[], [], [], [], []])
})

test('a draft is nobody’s business yet, nor is what hangs on it', async () => {
  const { customerId, manager, agreement } = await buildHouse()
  const draft = await buildPrepaid(server, { customerId, state: 'draft', settlement: 'subscription' })
  const quota = await buildQuota(server, { customerId, agreementId: draft.id })
  await buildPeriod(server, { customerId, agreementId: draft.id })

  const answers = await Promise.all(
    [`/agreements/${draft.id}`, `/pools/${quota.id}/statement`].map((path) => read(manager, path)),
  )
  const look = (view: string) =>
    lookAsContact(server, manager, `SELECT id FROM ${view} WHERE '${draft.id}' IN (id::text, agreement_id::text)`)

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404])
  expect((await listOf(manager)).map(({ id }) => id)).toEqual([agreement.id])
  expect(await lookAsContact(server, manager, `SELECT id FROM agreement WHERE id = '${draft.id}'`)).toEqual([])
  expect(await look('extranet_pool')).toEqual([])
  expect(await look('extranet_subscription')).toEqual([])
  const moves = await lookAsContact(
    server,
    manager,
    `SELECT id FROM extranet_pool_ledger WHERE pool_id = '${quota.id}'`,
  )
  expect(moves).toEqual([])
})

const kept = { balance: null, granted: null }
const kr = { amount: '9000.00', currency: 'DKK' }

test.for([
  ['minutes', false, false, { ...kept, price: null }, 0],
  ['minutes', true, false, { balance: 570, granted: 600, price: null }, 2],
  ['minutes', false, true, { ...kept, price: kr }, 0],
  ['minutes', true, true, { balance: 570, granted: 600, price: kr }, 2],
  ['money', true, false, { ...kept, price: null }, 0],
  ['money', true, true, { balance: 570, granted: 600, price: kr }, 2],
] as const)('of %s, with balances %s and money %s', async ([unit, showsBalances, showsMoney, seen, moves]) => {
  const { customerId, manager, agreement, caseId } = await buildHouse({ showsBalances, showsMoney })
  const voucher = await buildVoucher(server, { customerId, agreementId: agreement.id, unit })
  await use(customerId, caseId, voucher.id)
  await buildPeriod(server, { customerId, agreementId: agreement.id })

  const [row] = await lookAsContact(
    server,
    manager,
    `SELECT balance::int, granted::int, price::int FROM extranet_pool WHERE id = '${voucher.id}'`,
  )
  const ledger = await lookAsContact(
    server,
    manager,
    `SELECT units FROM extranet_pool_ledger WHERE pool_id = '${voucher.id}'`,
  )
  const periods = await lookAsContact(server, manager, 'SELECT amount::int FROM extranet_subscription')
  const shown = await listOf(manager)
  const statement = await read(manager, `/pools/${voucher.id}/statement`)

  expect(row).toEqual({ ...seen, price: seen.price === null ? null : 900_000 })
  expect(ledger).toHaveLength(moves)
  expect(periods).toEqual([{ amount: showsMoney ? 450_000 : null }])
  expect(shown[0]?.shows).toEqual({ balances: showsBalances, money: showsMoney })
  expect(shown[0]?.periods).toMatchObject([{ amount: showsMoney ? { amount: '4500.00', currency: 'DKK' } : null }])
  expect(await poolOf(manager, voucher.id)).toMatchObject({
    ...{ available: seen.balance, granted: seen.granted, price: seen.price },
    emptyOn: seen.balance === null ? null : '2029-01-29',
  })
  expect(statement.json<{ data: unknown[] }>().data).toHaveLength(moves)
})

test('a voucher is ordered, used up or expired, and a paused quota only rests', async () => {
  const { id: customerId } = await buildCustomer(server)
  await showTo(server, customerId, { showsBalances: true })
  const manager = await buildContact(server, { customerId, role: 'manager', seesAllCases: true })
  const { id: caseId } = await buildCase(server, { customerId })
  const { id: agreementId } = await buildPrepaid(server, { customerId })
  const paused = await buildPrepaid(server, { customerId, settlement: 'subscription', state: 'suspended' })
  const ordered = await buildVoucher(server, { customerId, agreementId, state: 'ordered' })
  const exhausted = await buildVoucher(server, { customerId, agreementId, units: 30 })
  await use(customerId, caseId, exhausted.id)
  const expired = await buildVoucher(server, { customerId, agreementId, expiresOn: '2026-03-01' })
  const coming = await buildVoucher(server, { customerId, agreementId, validFrom: '2026-04-01' })
  const present = await buildVoucher(server, { customerId, agreementId, expiresOn: '2026-03-02' })
  const resting = await buildQuota(server, { customerId, agreementId: paused.id, expiresOn: '2026-03-31' })
  await server.deps.database.transact((tx) =>
    tx.coverPool.update({ where: { id: resting.id }, data: { isOpen: false } }),
  )

  const shown = await listOf(manager)

  expect(shown.map(({ state }) => state)).toEqual(['active', 'suspended'])
  expect(shown[0]?.pools.slice(0, 2)).toMatchObject([
    { id: present.id, state: 'active' },
    { id: coming.id, state: 'active' },
  ])
  expect(shown[1]?.pools).toMatchObject([{ id: resting.id, state: 'active' }])
  expect(await Promise.all([ordered, exhausted, expired].map(({ id }) => poolOf(manager, id)))).toMatchObject([
    { state: 'ordered' },
    { state: 'exhausted', available: 0, emptyOn: '2026-03-02' },
    { state: 'expired' },
  ])
})

test('the agreements that hold come first, and the answers say nothing that is for staff', async () => {
  const { customerId, manager, agreement, voucher } = await buildHouse()
  await buildPeriod(server, { customerId, agreementId: agreement.id })
  const ended = await buildPrepaid(server, { customerId, state: 'ended', validFrom: '2025-06-01' })
  const hourly = await buildAgreement(server, { customerId, validFrom: '2024-01-01' })

  const answers = await Promise.all(
    ['/agreements', `/agreements/${agreement.id}`, `/pools/${voucher.id}/statement`].map((path) => read(manager, path)),
  )

  expect((await listOf(manager)).map(({ id }) => id)).toEqual([agreement.id, hourly.id, ended.id])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
  expect(answers.map(({ body }) => UNSEEN.exec(withoutIds(body))?.[0])).toEqual([undefined, undefined, undefined])
})

test.for([
  ...['cover_pool', 'pool_ledger', 'voucher', 'subscription_line', 'subscription_price', 'subscription_period'],
  ...['agreement_scope', 'agreement_warning', 'overage_decision', 'rate_card', 'rate_card_row', 'price_class'],
  ...['cost_rate', 'week_sheet', 'time_entry', 'time_rating', 'cover_piece', 'potential_item'],
])('the extranet’s role has no way into %s itself', async (table) => {
  const { manager } = await buildHouse()

  await expect(lookAsContact(server, manager, `SELECT 1 FROM ${table}`)).rejects.toThrow('permission denied')
})

test.for(['rate_per_hour', 'overage_rate', 'owner_id', 'increment_minutes', 'termination_reason'])(
  'nor to %s of its agreements',
  async (column) => {
    const { manager } = await buildHouse()

    await expect(lookAsContact(server, manager, `SELECT ${column} FROM agreement`)).rejects.toThrow('permission denied')
  },
)
