import { addDays } from '@timedesk/domain/calendar/days'
import { Prisma } from '@timedesk/prisma/client'
import fc from 'fast-check'
import { newId } from '../src/platform/new-id.ts'
import { buildAgreement } from './build-agreement.ts'
import { buildCase } from './build-case.ts'
import { buildCoveredTime, buildPeriod, buildVoucher } from './build-cover.ts'
import { buildDocument, type GivenLine } from './build-document.ts'
import { buildCustomer, buildEmployee } from './factories.ts'
import type { TestServer } from './harness.ts'

type House = { customerId: string; agreementIds: string[]; caseIds: string[]; voucherId: string }

/** Two customers, and three people of departments of their own. */
export type ProfitWorld = { server: TestServer; houses: House[]; employeeIds: string[] }

export async function buildProfitWorld(server: TestServer): Promise<ProfitWorld> {
  const employeeIds: string[] = []
  for (let count = 0; count < 3; count += 1) {
    const departmentId = newId()
    await server.database.transact((tx) => tx.department.create({ data: { id: departmentId, name: departmentId } }))
    employeeIds.push((await buildEmployee(server, { departmentId })).id)
  }
  return { server, employeeIds, houses: [await buildHouse(server), await buildHouse(server)] }
}

/** A customer with an agreement of each kind, two cases and a voucher. */
async function buildHouse(server: TestServer): Promise<House> {
  const { id: customerId } = await buildCustomer(server)
  const agreementIds: string[] = []
  for (const settlement of ['time_spent', 'voucher', 'subscription'] as const)
    agreementIds.push((await buildAgreement(server, { customerId, settlement })).id)
  const caseIds = [(await buildCase(server, { customerId })).id, (await buildCase(server, { customerId })).id]
  const [, agreementId = ''] = agreementIds
  const { id: voucherId } = await buildVoucher(server, { customerId, agreementId, price: 10_000_000, units: 100_000 })
  return { customerId, agreementIds, caseIds, voucherId }
}

const day = fc.integer({ min: 0, max: 75 }).map((offset) => addDays('2026-01-01', offset))
const amount = fc.integer({ min: -5_000, max: 300_000 })
const at = fc.nat({ max: 2 })
const common = {
  house: fc.nat({ max: 1 }),
  employee: at,
  agreement: fc.option(at, { nil: null }),
  case: fc.nat({ max: 1 }),
  day,
}
const piece = fc.record({
  kind: fc.constantFrom('time_spent' as const, 'overage' as const),
  ...{
    amount,
    agreement: fc.option(at, { nil: null }),
    hold: fc.constantFrom(undefined, undefined, 'declined' as const, 'approval' as const),
  },
})
/** Something that leaves a figure in a report, or changes one. */
export const profitDeed = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      deed: fc.constant('work' as const),
      ...common,
      cost: amount,
      pieces: fc.array(piece, { maxLength: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ deed: fc.constant('draw' as const), ...common, amount, isBreakage: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ deed: fc.constant('fee' as const), ...common, amount, days: fc.nat({ max: 100 }) }),
  },
  { weight: 1, arbitrary: fc.record({ deed: fc.constant('mark' as const), which: fc.nat() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      ...{
        deed: fc.constant('document' as const),
        ...common,
        count: fc.nat({ max: 4 }),
        percent: fc.integer({ min: 50, max: 120 }),
      },
      ...{
        discount: fc.constantFrom(0, 0, 333, 1_000),
        state: fc.constantFrom('posted' as const, 'posted' as const, 'draft' as const),
      },
      own: fc.option(
        fc.record({ net: fc.integer({ min: 1, max: 50_000 }), rate: fc.constantFrom(undefined, 7_461_234) }),
        { nil: null },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ deed: fc.constant('credit' as const), day, which: fc.nat(), isGoodwill: fc.boolean() }),
  },
)
type Deed = typeof profitDeed extends fc.Arbitrary<infer Value> ? Value : never

/** Does it, in the world that was built for it. */
export async function carryOut(world: ProfitWorld, given: Deed): Promise<void> {
  switch (given.deed) {
    case 'work':
      return work(world, given)
    case 'draw':
      return draw(world, given)
    case 'fee':
      return charge(world, given)
    case 'mark':
      return writeOff(world.server, given)
    case 'document':
      return bill(world, given)
    case 'credit':
      return credit(world.server, given)
  }
}

function houseOf(houses: readonly House[], place: number): House {
  const house = houses[place]
  if (house === undefined) throw new Error('There is no such house')
  return house
}

type Of<Kind extends Deed['deed']> = Extract<Deed, { deed: Kind }>

async function work({ server, houses, employeeIds }: ProfitWorld, given: Of<'work'>): Promise<void> {
  const { customerId, agreementIds, caseIds } = houseOf(houses, given.house)
  const own = (place: number | null) => (place === null ? undefined : agreementIds[place])
  const { id } = await buildCoveredTime(server, {
    ...{
      customerId,
      caseId: caseIds[given.case] ?? '',
      employeeId: employeeIds[given.employee] ?? '',
      minutes: 45,
      workDate: given.day,
    },
    pieces: given.pieces.map(({ agreement, hold, ...rest }) => {
      const agreementId = own(agreement)
      return {
        ...rest,
        minutes: 15,
        ...(agreementId !== undefined && { agreementId }),
        ...(hold !== undefined && { hold }),
      }
    }),
  })
  await server.database.reader.rows(
    Prisma.sql`UPDATE time_rating SET cost = ${Math.abs(given.cost)} WHERE entry_id = ${id}::uuid`,
  )
  await server.database.reader.rows(
    Prisma.sql`UPDATE time_entry SET agreement_id = ${own(given.agreement) ?? null}::uuid WHERE id = ${id}::uuid`,
  )
}

/** A movement of the voucher, by an entry of its own unless it expires. */
async function draw({ server, houses, employeeIds }: ProfitWorld, given: Of<'draw'>): Promise<void> {
  const { customerId, caseIds, voucherId } = houseOf(houses, given.house)
  const caseId = caseIds[given.case] ?? ''
  const entry = given.isBreakage
    ? null
    : await buildCoveredTime(server, {
        ...{ customerId, caseId, minutes: 10, pieces: [], workDate: given.day },
        employeeId: employeeIds[given.employee] ?? '',
      })
  await server.database.reader
    .rows(Prisma.sql`INSERT INTO pool_ledger (id, customer_id, pool_id, kind, units, revenue, liability_change, entry_id, case_id,
      actor_name, booked_on, at)
    VALUES (${newId()}::uuid, ${customerId}::uuid, ${voucherId}::uuid, ${entry === null ? 'expire' : 'draw'}, -1, ${Math.abs(given.amount)}, ${-Math.abs(given.amount)},
      ${entry?.id ?? null}::uuid, ${entry === null ? null : caseId}::uuid, 'x', ${given.day}::date, now())`)
}

async function charge({ server, houses }: ProfitWorld, given: Of<'fee'>): Promise<void> {
  const { customerId, agreementIds } = houseOf(houses, given.house)
  const period = { customerId, agreementId: agreementIds[2] ?? '', from: given.day, to: addDays(given.day, given.days) }
  await buildPeriod(server, period, Math.abs(given.amount))
}

type Item = {
  source: 'time' | 'subscription_period'
  sourceId: string
  entryId: string | null
  customerId: string
  amount: number
  agreementId: string | null
}
const waiting = (server: TestServer) =>
  server.database.reader
    .rows<Item>(Prisma.sql`SELECT i.source, i.source_id AS "sourceId", i.entry_id AS "entryId", i.customer_id AS "customerId",
      i.amount::int AS amount, i.agreement_id AS "agreementId" FROM potential_item i WHERE i.held_because IS NULL AND i.source IN ('time', 'subscription_period')
    ORDER BY i.source_id`)

async function writeOff(server: TestServer, { which }: Of<'mark'>): Promise<void> {
  const items = await server.database.reader
    .rows<Item>(Prisma.sql`SELECT i.source, coalesce(i.entry_id, i.source_id) AS "sourceId", i.customer_id AS "customerId"
    FROM potential_item i WHERE i.source IN ('time', 'subscription_period')
      AND NOT EXISTS (SELECT 1 FROM invoice_source s WHERE s.entry_id = i.entry_id AND s.is_live) ORDER BY 2`)
  const item = items[which % Math.max(1, items.length)]
  if (item === undefined) return
  await server.database.reader
    .rows(Prisma.sql`INSERT INTO potential_mark (id, customer_id, source, subject_id, kind, reason, amount, created_by_name, created_at)
    VALUES (${newId()}::uuid, ${item.customerId}::uuid, ${item.source}, ${item.sourceId}::uuid, 'write_off', 'x', 0, 'x', now())`)
}

async function bill({ server, houses }: ProfitWorld, given: Of<'document'>): Promise<void> {
  const { customerId } = houseOf(houses, given.house)
  const items = (await waiting(server)).filter((item) => item.customerId === customerId).slice(0, given.count)
  const lines = items.map(({ entryId, amount: registered, agreementId, ...item }, index): GivenLine => {
    const net = Math.round((registered * given.percent) / 100)
    const source = { ...item, amount: net, registered, ...(entryId !== null && { entryId }) }
    const category = index % 2 === 0 ? ('S' as const) : ('Z' as const)
    return {
      net,
      revenue: 'time',
      vatCategory: category,
      sources: [source],
      ...(agreementId !== null && { agreementId }),
    }
  })
  const own = given.own === null ? [] : [{ net: given.own.net }]
  const total = [...lines, ...own].reduce((sum, { net }) => sum + net, 0)
  if (lines.length + own.length === 0 || total < 0) return
  const rate = items.length === 0 ? given.own?.rate : undefined
  await buildDocument(server, {
    ...{
      customerId,
      lines: [...lines, ...own],
      issuedOn: given.day,
      state: given.state,
      discountBasisPoints: given.discount,
    },
    ...(rate !== undefined && { currency: 'EUR', exchangeRate: rate }),
  })
}

type Credited = {
  id: string
  invoiceId: string
  customerId: string
  source: Item['source']
  sourceId: string
  entryId: string | null
  amount: number
}

async function credit(server: TestServer, { day: issuedOn, which, isGoodwill }: Of<'credit'>): Promise<void> {
  const found = await server.database.reader
    .rows<Credited>(Prisma.sql`SELECT s.id, s.invoice_id AS "invoiceId", s.customer_id AS "customerId", s.source,
      s.source_id AS "sourceId", s.entry_id AS "entryId", s.amount::int AS amount FROM invoice_source s JOIN invoice i ON i.id = s.invoice_id
    WHERE i.state = 'posted' AND i.kind = 'invoice' AND i.discount_basis_points = 0 AND s.is_live AND s.amount > 1
      AND NOT EXISTS (SELECT 1 FROM invoice_source c WHERE c.credits_id = s.id) ORDER BY s.id`)
  const one = found[which % Math.max(1, found.length)]
  if (one === undefined) return
  const { id, invoiceId, customerId, source, sourceId, entryId, amount: whole } = one
  const net = isGoodwill ? Math.ceil(whole / 3) : whole
  const row = {
    source,
    sourceId,
    creditsId: id,
    disposition: isGoodwill ? ('write_off' as const) : ('rebill' as const),
  }
  await buildDocument(server, {
    ...{ customerId, kind: 'credit_note', correctsId: invoiceId, issuedOn },
    lines: [{ net, vatCategory: 'Z', sources: [{ ...row, ...(entryId !== null && { entryId }) }] }],
  }).catch(() => undefined)
}
