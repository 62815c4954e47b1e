import { addDays, daysBetween, lastOfMonth } from '@timedesk/domain/calendar/days'
import { discountParts } from '@timedesk/domain/invoicing/discount'
import { roundHalfUp } from '@timedesk/domain/money/round-half-up'
import { Prisma } from '@timedesk/prisma/client'
import type { TestServer } from './harness.ts'

export const figureNames = ['invoiced', 'recognised', 'cost', 'minutes', 'billable'] as const
export type Figures = Record<(typeof figureNames)[number], number>
export type Fact = Figures & {
  customer: string | null
  agreement: string | null
  case: string | null
  employee: string | null
  month: string
}

type Entry = {
  id: string
  customer: string
  agreement: string | null
  case: string
  employee: string
  day: string
  minutes: number
  billable: number
  cost: number
}
type Piece = {
  id: string
  entry: string
  kind: string
  amount: number | null
  agreement: string | null
  hold: string | null
}
type Part = {
  invoice: string
  kind: string
  state: string
  issued: string
  customer: string
  discount: number
  rate: number
  place: number
  position: number
  agreement: string | null
  case: string | null
  net: number
  claim: string | null
  source: string | null
  sourceId: string | null
  entry: string | null
  amount: number | null
  isLive: boolean | null
  credits: string | null
  disposition: string | null
}
type Charged = Part & { base: number }
type Period = { id: string; customer: string; agreement: string; from: string; to: string; amount: number }
type Movement = {
  customer: string
  agreement: string
  case: string | null
  employee: string | null
  day: string
  revenue: number
  voucher: string
  price: number
}

const none: Figures = { invoiced: 0, recognised: 0, cost: 0, minutes: 0, billable: 0 }

/** All figures of a span of days, worked out row by row from what is stored. */
export async function factsOf(server: TestServer, from: string, to: string): Promise<Fact[]> {
  const rows = <Row>(text: string) => server.database.reader.rows<Row>(Prisma.raw(text))
  const [entries, pieces, parts, periods, movements, marks] = await Promise.all([
    rows<Entry>(`SELECT t.id, t.customer_id AS customer, t.agreement_id AS agreement, t.case_id AS case, t.employee_id AS employee,
      t.work_date::text AS day, t.minutes, r.billable_minutes AS billable, r.cost::int AS cost FROM time_entry t JOIN time_rating r ON r.entry_id = t.id`),
    rows<Piece>(
      `SELECT id, entry_id AS entry, kind, amount::int AS amount, agreement_id AS agreement, hold FROM cover_piece`,
    ),
    rows<Part>(`SELECT i.id AS invoice, i.kind, i.state, i.issued_on::text AS issued, i.customer_id AS customer, i.discount_basis_points AS discount,
      coalesce(i.exchange_rate, 1000000)::int AS rate, min(l.position) OVER (PARTITION BY i.id, l.vat_category)::int AS place, l.position,
      l.agreement_id AS agreement, l.case_id AS case, l.net::int AS net, s.id AS claim, s.source, s.source_id AS "sourceId", s.entry_id AS entry,
      s.amount::int AS amount, s.is_live AS "isLive", s.credits_id AS credits, s.disposition
      FROM invoice i JOIN invoice_line l ON l.invoice_id = i.id LEFT JOIN invoice_source s ON s.line_id = l.id`),
    rows<Period>(
      `SELECT id, customer_id AS customer, agreement_id AS agreement, from_day::text AS from, to_day::text AS to, amount::int AS amount FROM subscription_period`,
    ),
    rows<Movement>(`SELECT l.customer_id AS customer, p.agreement_id AS agreement, l.case_id AS case, t.employee_id AS employee, l.booked_on::text AS day,
      l.revenue::int AS revenue, v.id AS voucher, v.price::int AS price FROM pool_ledger l JOIN cover_pool p ON p.id = l.pool_id
      JOIN voucher v ON v.id = p.id LEFT JOIN time_entry t ON t.id = l.entry_id ORDER BY l.sequence`),
    rows<{ subject: string }>(
      `SELECT subject_id AS subject FROM potential_mark WHERE kind = 'write_off' AND released_at IS NULL`,
    ),
  ])
  const isIn = (day: string) => day >= from && day <= to
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const charged = [...Map.groupBy(parts, ({ invoice }) => invoice).values()].flatMap(chargedParts)
  const chargedFor = (sourceId: string) => chargeOf(charged, sourceId)
  const givenUp = new Set(marks.map(({ subject }) => subject))
  const facts: Fact[] = []

  for (const { agreement, case: caseId, customer, employee, day, minutes, billable, cost } of entries)
    if (isIn(day))
      facts.push({
        ...none,
        customer,
        agreement,
        case: caseId,
        employee,
        month: day.slice(0, 7),
        minutes,
        billable,
        cost,
      })
  for (const piece of pieces) {
    const entry = byId.get(piece.entry)
    if (entry === undefined || !isIn(entry.day) || piece.amount === null) continue
    const { customer, case: caseId, employee, day } = entry
    const isNever = piece.hold === 'declined' || givenUp.has(piece.entry)
    const recognised = chargedFor(piece.id) ?? (isNever ? 0 : piece.amount)
    facts.push({
      ...none,
      customer,
      agreement: piece.agreement ?? entry.agreement,
      case: caseId,
      employee,
      month: day.slice(0, 7),
      recognised,
    })
  }
  const used = new Map<string, number>()
  for (const { day, revenue, voucher, price, ...of } of movements) {
    const worth = chargedFor(voucher) ?? (givenUp.has(voucher) ? 0 : price)
    const before = used.get(voucher) ?? 0
    used.set(voucher, before + revenue)
    const through = (sum: number) => roundHalfUp(BigInt(sum) * BigInt(worth), Math.max(price, 1))
    const recognised = through(before + revenue) - through(before)
    if (isIn(day)) facts.push({ ...none, ...of, month: day.slice(0, 7), recognised })
  }
  for (const period of periods) {
    const amount = chargedFor(period.id) ?? (givenUp.has(period.id) ? 0 : period.amount)
    const { customer, agreement } = period
    for (let day = from; day <= to; day = addDays(day, 1)) {
      const recognised = earned(amount, period, day) - earned(amount, period, addDays(day, -1))
      facts.push({ ...none, customer, agreement, case: null, employee: null, month: day.slice(0, 7), recognised })
    }
  }
  for (const { customer, agreement, case: ofLine, entry, issued, base, state } of charged) {
    if (state !== 'posted' || !isIn(issued)) continue
    const { case: ofEntry = null, employee = null } = byId.get(entry ?? '') ?? {}
    facts.push({
      ...none,
      customer,
      agreement,
      case: ofEntry ?? ofLine,
      employee,
      month: issued.slice(0, 7),
      invoiced: base,
    })
  }
  return facts
}

/** The parts of a document after its discount, in the company's currency; of a credit note negative. */
function chargedParts(parts: Part[]): Charged[] {
  const inOrder = parts.toSorted(
    (one, other) =>
      one.place - other.place || one.position - other.position || ((one.claim ?? '') < (other.claim ?? '') ? -1 : 1),
  )
  const amounts = inOrder.map(({ amount, net }) => amount ?? net)
  const off = discountParts(amounts, inOrder[0]?.discount ?? 0)
  let running = 0
  let given = 0
  return inOrder.map((part, index) => {
    running += (amounts[index] ?? 0) - (off[index] ?? 0)
    const base = roundHalfUp(BigInt(running) * BigInt(part.rate), 1_000_000) - given
    given += base
    return { ...part, base: part.kind === 'credit_note' ? 0 - base : base }
  })
}

/** What posted documents charge for an item; null when none claims it. */
function chargeOf(charged: readonly Charged[], sourceId: string): number | null {
  const live = charged.find((part) => part.sourceId === sourceId && part.isLive === true && part.state === 'posted')
  if (live === undefined) return null
  const credited = charged.filter(
    ({ credits, disposition, state }) => credits === live.claim && disposition === 'write_off' && state === 'posted',
  )
  return credited.reduce((sum, { base }) => sum + base, live.base)
}

/** What a fee has earned through a day, counted day by day: a day weighs as many parts of a month as the month has days. */
function earned(amount: number, { from, to }: Period, through: string): number {
  let [weight, whole] = [0n, 0n]
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const ofDay = BigInt(377_580 / daysBetween(`${day.slice(0, 7)}-01`, lastOfMonth(day)))
    whole += ofDay
    if (day <= through) weight += ofDay
  }
  return roundHalfUp(BigInt(amount) * weight, whole)
}
