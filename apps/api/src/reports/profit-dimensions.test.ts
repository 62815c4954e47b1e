import { Prisma } from '@timedesk/prisma/client'
import { parseAmount } from '@timedesk/domain/money/money'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../test/harness.ts'
import { buildProfitWorld, carryOut, profitDeed, type ProfitWorld } from '../../test/profit-deeds.ts'
import { figureNames, factsOf, type Fact, type Figures } from '../../test/profit-oracle.ts'
import { openReportDesk, type Profit } from '../../test/report-desk.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: ReturnType<typeof openReportDesk>
let world: ProfitWorld

beforeAll(async () => {
  server = await startServer()
  desk = openReportDesk(server)
  world = await buildProfitWorld(server)
})
afterAll(() => server.close())

/** From what a figure belongs to, to the key of a dimension. */
async function keysOf(): Promise<Record<string, (fact: Fact) => string>> {
  const rows = await server.database.reader.rows<{
    id: string
    key: string | null
  }>(Prisma.sql`SELECT id, settlement AS key FROM agreement
    UNION ALL SELECT id, department_id::text FROM employee UNION ALL SELECT id, type_id::text FROM support_case`)
  const known = new Map(rows.map(({ id, key }) => [id, key ?? '']))
  const of = (id: string | null) => known.get(id ?? '') ?? ''
  return {
    case: (fact) => fact.case ?? '',
    agreement: (fact) => fact.agreement ?? '',
    customer: (fact) => fact.customer ?? '',
    employee: (fact) => fact.employee ?? '',
    month: (fact) => fact.month,
    settlement: (fact) => of(fact.agreement),
    department: (fact) => of(fact.employee),
    case_type: (fact) => of(fact.case),
  }
}

function summed(facts: readonly Fact[]): Figures {
  const sum = (name: keyof Figures) => facts.reduce((total, fact) => total + fact[name], 0)
  return Object.fromEntries(figureNames.map((name) => [name, sum(name)])) as Figures
}

function figuresOf({ invoiced, recognised, cost, minutes, billableMinutes }: Profit['totals']): Figures {
  const minor = (money: { amount: string }) => parseAmount(money.amount) ?? Number.NaN
  return {
    invoiced: minor(invoiced),
    recognised: minor(recognised),
    cost: minor(cost),
    minutes,
    billable: billableMinutes,
  }
}

const spans = [
  { from: '2026-01-01', to: '2026-12-31' },
  { from: '2026-01-20', to: '2026-02-17' },
]

test('(h) every dimension adds up to the same totals, and each row is what its rows of the books come to', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(profitDeed, { minLength: 8, maxLength: 18 }), async (deeds) => {
      for (const one of deeds) await carryOut(world, one)
      for (const span of spans) {
        const facts = await factsOf(server, span.from, span.to)
        for (const [by, keyOf] of Object.entries(await keysOf())) {
          const { data, totals } = await desk.profit({ ...span, by })
          const rows = new Map([...Map.groupBy(facts, keyOf)].map(([key, own]) => [key, summed(own)]))
          const isAnything = ([, figures]: [string, Figures]) => figureNames.some((name) => figures[name] !== 0)
          expect(new Map(data.map((row) => [row.key, figuresOf(row)]))).toEqual(new Map([...rows].filter(isAnything)))
          expect(figuresOf(totals)).toEqual(summed(facts))
        }
      }
    }),
    { numRuns: 4 },
  )
}, 240_000)
