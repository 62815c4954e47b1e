import type { VatCategoryCode } from '@timedesk/domain/invoicing/document'
import { postingsOfDocument } from '@timedesk/domain/invoicing/postings'
import { totalsOf } from '@timedesk/domain/invoicing/totals'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../src/platform/db/database.ts'
import { newId } from '../src/platform/new-id.ts'
import type { TestServer } from './harness.ts'

export type GivenSource = {
  source: 'time' | 'voucher_sale' | 'voucher_credit' | 'subscription_period'
  sourceId: string
  entryId?: string
  /** The line's unless given. Minor units. */
  amount?: number
  registered?: number
  isLive?: boolean
  creditsId?: string
  disposition?: 'rebill' | 'write_off' | 'return_to_voucher'
}
export type GivenLine = {
  /** Minor units. */
  net: number
  text?: string
  revenue?: 'time' | 'overage' | 'subscription' | 'voucher' | 'other'
  vatCategory?: VatCategoryCode
  vatRate?: number
  agreementId?: string
  caseId?: string
  sources?: GivenSource[]
}
export type GivenDocument = {
  customerId: string
  lines: GivenLine[]
  kind?: 'invoice' | 'credit_note'
  state?: 'draft' | 'posted'
  issuedOn?: string
  dueOn?: string
  currency?: string
  /** Millionths. */
  exchangeRate?: number
  discountBasisPoints?: number
  correctsId?: string
}
export type BuiltDocument = { id: string; number: string | null; sourceIds: string[] }

const seller = { name: 'Fjordbyte', address: 'Åboulevarden 3', countryCode: 'DK', cvr: '12345674', vatId: 'DK12345674' }
const buyer = {
  name: 'Nordlys Energi',
  address: 'Havnegade 12',
  countryCode: 'DK',
  cvr: '87654321',
  vatId: 'DK87654321',
}

/** A document as it is stored, posted unless said otherwise, with its number, its sums and its postings. */
export async function buildDocument(server: TestServer, given: GivenDocument): Promise<BuiltDocument> {
  const { kind = 'invoice', state = 'posted', issuedOn = '2026-03-02', currency = 'DKK' } = given
  const id = newId()
  const sourceIds: string[] = []
  const number = await server.deps.database.transact(async (tx) => {
    await insertHead(tx, server, { ...given, kind, issuedOn, currency }, id)
    for (const [position, line] of given.lines.entries())
      sourceIds.push(...(await insertLine(tx, given.customerId, id, line, position)))
    await insertVat(tx, given, id)
    return state === 'draft' ? null : post(tx, server, { ...given, kind, issuedOn, currency }, id)
  })
  return { id, number, sourceIds }
}

function totalsIn({ lines, discountBasisPoints = 0, exchangeRate }: GivenDocument) {
  return totalsOf({
    lines: lines.map(
      ({ net, text = 'Support', vatCategory = 'S', vatRate = vatCategory === 'S' ? 2500 : 0 }, index) => ({
        ...{ id: String(index), text, description: '', quantity: net < 0 ? -1 : 1, unit: 'C62', baseQuantity: 1 },
        ...{ unitPrice: Math.abs(net), allowance: 0, allowanceReason: '', vatCategory, vatRate, period: null },
      }),
    ),
    discount: discountBasisPoints === 0 ? null : { basisPoints: discountBasisPoints, reason: 'Agreed' },
    accounting: exchangeRate === undefined ? null : { currency: 'DKK', rateMillionths: exchangeRate },
    roundTo: 1,
  })
}

type Head = GivenDocument & { kind: 'invoice' | 'credit_note'; issuedOn: string; currency: string }

async function insertHead(tx: Tx, { clock }: TestServer, given: Head, id: string): Promise<void> {
  const { customerId, kind, currency, exchangeRate, discountBasisPoints = 0, correctsId, issuedOn, dueOn } = given
  const totals = totalsIn(given)
  await tx.invoice.create({
    data: {
      ...{
        id,
        customerId,
        kind,
        currency,
        discountBasisPoints,
        paymentTermsDays: 14,
        language: 'en',
        vatTreatment: 'domestic',
      },
      exchangeRate: exchangeRate === undefined ? null : BigInt(exchangeRate),
      correctsId: correctsId ?? null,
      issuedOn: date(issuedOn),
      dueOn: kind === 'credit_note' ? null : date(dueOn ?? issuedOn),
      ...{ lineTotal: BigInt(totals.lines), allowanceTotal: BigInt(totals.allowances), net: BigInt(totals.net) },
      ...{ vat: BigInt(totals.vat), gross: BigInt(totals.gross), payable: BigInt(totals.payable) },
      accountingVat: totals.accountingVat === null ? null : BigInt(totals.accountingVat),
      ...{ createdByName: 'Sofie Lund', createdAt: clock.now },
    },
  })
}

async function insertLine(
  tx: Tx,
  customerId: string,
  invoiceId: string,
  line: GivenLine,
  position: number,
): Promise<string[]> {
  const { net, text = 'Support', revenue = 'other', vatCategory = 'S', agreementId, caseId, sources = [] } = line
  const id = newId()
  const rows = sources.map(({ amount = net, registered = amount, ...source }) => ({
    ...source,
    id: newId(),
    amount,
    registered,
  }))
  const registered = rows.reduce((sum, row) => sum + row.registered, 0)
  await tx.invoiceLine.create({
    data: {
      ...{ id, customerId, invoiceId, position, text, revenue, vatCategory, quantity: net < 0 ? -1 : 1, unit: 'C62' },
      ...{
        unitPrice: BigInt(Math.abs(net)),
        net: BigInt(net),
        registered: BigInt(registered),
        vatRate: line.vatRate ?? (vatCategory === 'S' ? 2500 : 0),
      },
      ...{
        agreementId: agreementId ?? null,
        caseId: caseId ?? null,
        adjustmentReason: registered === net ? '' : 'Goodwill',
      },
    },
  })
  for (const { entryId, amount, registered: value, isLive = true, creditsId, disposition, ...row } of rows)
    await tx.invoiceSource.create({
      data: {
        ...{
          ...row,
          customerId,
          invoiceId,
          lineId: id,
          entryId: entryId ?? null,
          amount: BigInt(amount),
          registered: BigInt(value),
        },
        ...{
          isLive: creditsId === undefined && isLive,
          creditsId: creditsId ?? null,
          disposition: disposition ?? null,
        },
      },
    })
  return rows.map((row) => row.id)
}

async function insertVat(tx: Tx, given: GivenDocument, invoiceId: string): Promise<void> {
  for (const { category, rate, base, vat, allowance } of totalsIn(given).breakdown)
    await tx.invoiceVat.create({
      data: { invoiceId, category, rate, base: BigInt(base), vat: BigInt(vat), allowance: BigInt(allowance) },
    })
}

let seriesBefore = 0

/** Each has a series of its own, so that tests may post in any order of days. */
async function post(tx: Tx, { clock }: TestServer, given: Head, id: string): Promise<string> {
  const { kind, issuedOn } = given
  seriesBefore += 1
  const series = seriesBefore
  const number = `${kind === 'invoice' ? 'F' : 'K'}${String(series)}-1`
  await tx.rows(
    Prisma.sql`INSERT INTO number_series (code, year, next_number, last_issued_on) VALUES (${kind}, ${series}, 2, ${issuedOn}::date)`,
  )
  await tx.rows(Prisma.sql`UPDATE invoice SET state = 'posted', number = ${number}, series_code = ${kind}, series_year = ${series},
      number_in_series = 1, seller = ${JSON.stringify(seller)}::jsonb, buyer = ${JSON.stringify(buyer)}::jsonb,
      posted_at = ${clock.now}, posted_by_name = 'Sofie Lund', posted_mark = pg_current_xact_id()::text::bigint WHERE id = ${id}::uuid`)
  await insertPostings(tx, clock.now, given, { id, number })
  for (const { sources = [] } of given.lines)
    for (const { creditsId, disposition } of sources)
      if (creditsId !== undefined && disposition !== 'write_off')
        await tx.rows(Prisma.sql`UPDATE invoice_source SET is_live = false WHERE id = ${creditsId}::uuid`)
  return number
}

async function insertPostings(
  tx: Tx,
  at: Date,
  given: Head,
  { id, number }: { id: string; number: string },
): Promise<void> {
  const { customerId, kind, currency, exchangeRate = 1_000_000, discountBasisPoints = 0, issuedOn, lines } = given
  const account = (line: GivenLine) =>
    line.revenue === 'voucher'
      ? 'deferred_vouchers'
      : line.revenue === 'subscription'
        ? 'deferred_subscriptions'
        : 'revenue_time'
  const postings = postingsOfDocument({
    ...{ kind, currency, rateMillionths: exchangeRate, text: number, totals: totalsIn(given) },
    discount: discountBasisPoints === 0 ? null : { basisPoints: discountBasisPoints, reason: '' },
    lines: lines.map((line) => {
      const { net, vatCategory = 'S', vatRate = vatCategory === 'S' ? 2500 : 0 } = line
      return { net, category: vatCategory, rate: vatRate, account: account(line) }
    }),
  })
  for (const [position, posting] of postings.entries())
    await tx.rows(Prisma.sql`INSERT INTO posting (id, deed, deed_id, position, booked_on, account, debit, credit, currency, document_currency,
        document_amount, vat_category, text, customer_id, invoice_id, mark, at)
      VALUES (${newId()}::uuid, 'invoice', ${id}::uuid, ${position}, ${issuedOn}::date, ${posting.account}, ${posting.debit}, ${posting.credit},
        'DKK', ${currency}, ${posting.documentAmount ?? 0}, ${posting.vatCategory}, ${number}, ${customerId}::uuid, ${id}::uuid,
        pg_current_xact_id()::text::bigint, ${at})`)
}

function date(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}
