import type { CoverOrder, ShowsTime, updateCustomer as contract } from '@timedesk/contracts/customers'
import { Refusal } from '@timedesk/contracts/refusal'
import { percentText } from '@timedesk/domain/money/decimal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { rateAgain } from '../agreements/rate-again.ts'
import { extranet, type Person } from '../identity/portals.ts'
import { voidSecrets } from '../identity/secrets.ts'
import { endSessions } from '../identity/sessions.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { chooseReference } from '../platform/db/references.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { priceText, readRate } from '../platform/read-rate.ts'
import { invoicingColumns, termsAfter, termsAssignment, type InvoicingTerms } from './invoicing-terms.ts'

type Wanted = z.output<typeof contract.body>
type Fields = {
  name: string
  address: string
  countryCode: string
  vatId: string | null
  phone: string
  website: string
  currency: string
  language: string
  /** Minor units. */
  ratePerHour: number | null
  coverOrder: z.output<typeof CoverOrder>
  requiresPo: boolean
  showsTime: z.output<typeof ShowsTime>
  showsBalances: boolean
  showsMoney: boolean
  remarks: string
  isActive: boolean
}
type Row = Fields & InvoicingTerms & { accountManager: { id: string; name: string } | null; version: number }

/**
 * Changes or deactivates a customer. When it is deactivated, its contacts are signed out at once.
 * A new price mends time that has none, and what is rated already keeps its price; a new order of cover rates all of
 * it anew (R14).
 * Refuses a stale version, a price in another currency, an account manager who is not active, and half an address in
 * Peppol.
 */
export async function updateCustomer(
  tx: Tx,
  context: Context,
  { customerId, ...wanted }: { customerId: string } & Wanted,
  ifMatch: number | null,
): Promise<void> {
  const { accountManager, version, ...before } = await lockCustomer(tx, customerId)
  requireVersion(version, ifMatch)
  const manager = await chooseReference(
    tx,
    'employee',
    wanted.accountManagerId,
    accountManager,
    '/body/accountManagerId',
  )
  const after = { ...fieldsAfter(before, wanted), ...termsAfter(before, wanted) }
  const changes = changesBetween(shown(before, accountManager?.name ?? null), shown(after, manager?.name ?? null))
  if (changes.length === 0 && manager?.id === accountManager?.id) return
  await tx.rows(Prisma.sql`
    UPDATE customer SET name = ${after.name}, address = ${after.address}, country_code = ${after.countryCode}, vat_id = ${after.vatId},
           phone = ${after.phone}, website = ${after.website}, currency = ${after.currency}, language = ${after.language},
           rate_per_hour = ${after.ratePerHour}, cover_order = ${after.coverOrder}::text[], requires_po = ${after.requiresPo},
           shows_time = ${after.showsTime}, shows_balances = ${after.showsBalances}, shows_money = ${after.showsMoney}, account_manager_id = ${manager?.id ?? null}::uuid, remarks = ${after.remarks},
           ${termsAssignment(after)}, is_active = ${after.isActive}, version = version + 1
     WHERE id = ${customerId}::uuid`)
  await appendEvents(tx, context, { kind: 'customer', id: customerId, customerId }, [
    { type: 'customer.changed', name: after.name, changes },
  ])
  if (before.coverOrder.join() !== after.coverOrder.join()) await rateAgain(tx, context, customerId, { all: true })
  else if (before.ratePerHour !== after.ratePerHour || before.currency !== after.currency)
    await rateAgain(tx, context, customerId, { onlyMissing: true })
  if (before.isActive && !after.isActive) await signContactsOut(tx, context, customerId)
}

async function lockCustomer(tx: Tx, id: string): Promise<Row> {
  const [row] = await tx.rows<Row>(Prisma.sql`
    SELECT c.name, c.address, c.country_code AS "countryCode", c.vat_id AS "vatId", c.phone, c.website, c.currency, c.language,
           c.rate_per_hour AS "ratePerHour", c.cover_order AS "coverOrder", c.requires_po AS "requiresPo", c.shows_time AS "showsTime",
           c.shows_balances AS "showsBalances", c.shows_money AS "showsMoney", c.remarks, ${invoicingColumns}, c.is_active AS "isActive", c.version,
           CASE WHEN m.id IS NULL THEN NULL ELSE json_build_object('id', m.id, 'name', m.name) END AS "accountManager"
      FROM customer c LEFT JOIN employee m ON m.id = c.account_manager_id WHERE c.id = ${id}::uuid FOR UPDATE OF c`)
  if (row === undefined) throw new Refusal('not_found')
  return row
}

/** As history tells it. */
function shown({ discountBasisPoints, ratePerHour, ...row }: Fields & InvoicingTerms, accountManager: string | null) {
  const discountPercent = percentText(discountBasisPoints)
  return { ...row, ratePerHour: priceText(ratePerHour, row.currency), accountManager, discountPercent }
}

/** A price is kept in the customer's currency: with a new currency it has to be said anew, or taken away. */
function fieldsAfter(before: Fields, wanted: Wanted): Fields {
  const currency = wanted.currency ?? before.currency
  if (currency !== before.currency && before.ratePerHour !== null && wanted.ratePerHour === undefined)
    throw new Refusal('invalid_money', {
      fields: [{ pointer: '/body/ratePerHour', code: 'invalid_money', message: `Say the price in ${currency} too.` }],
    })
  return {
    name: wanted.name ?? before.name,
    address: wanted.address ?? before.address,
    countryCode: wanted.countryCode ?? before.countryCode,
    vatId: wanted.vatId === undefined ? before.vatId : wanted.vatId,
    phone: wanted.phone ?? before.phone,
    website: wanted.website ?? before.website,
    currency,
    language: wanted.language ?? before.language,
    ratePerHour: wanted.ratePerHour === undefined ? before.ratePerHour : readRate(wanted.ratePerHour, currency),
    coverOrder: wanted.coverOrder ?? before.coverOrder,
    requiresPo: wanted.requiresPo ?? before.requiresPo,
    showsTime: wanted.showsTime ?? before.showsTime,
    showsBalances: wanted.showsBalances ?? before.showsBalances,
    showsMoney: wanted.showsMoney ?? before.showsMoney,
    remarks: wanted.remarks ?? before.remarks,
    isActive: wanted.isActive ?? before.isActive,
  }
}

async function signContactsOut(tx: Tx, context: Context, customerId: string): Promise<void> {
  const contacts = await tx.rows<Person>(Prisma.sql`
    SELECT id, name, customer_id AS "customerId" FROM contact WHERE customer_id = ${customerId}::uuid ORDER BY id`)
  for (const contact of contacts) {
    await endSessions(tx, context, extranet, contact, 'deactivated')
    await voidSecrets(tx, extranet, contact.id, context.now)
  }
}
