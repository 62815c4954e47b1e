import type { ExtranetAgreement, ExtranetPool } from '@timedesk/contracts/extranet-agreements'
import type { PoolUnit } from '@timedesk/contracts/rating'
import { Refusal } from '@timedesk/contracts/refusal'
import { toWire } from '@timedesk/domain/money/money'
import { forecastRunOut } from '@timedesk/domain/vouchers/forecast'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import { dayAt } from './company-day.ts'
import { isBurnt } from './vouchers/voucher-selection.ts'

const PERIODS_SHOWN = 12
const POOLS_SHOWN = 50

type AgreementRow = Omit<ExtranetAgreement, 'pools' | 'periods' | 'shows'> & {
  today: string
  showsBalances: boolean
  showsMoney: boolean
}
type PoolRow = {
  id: string
  agreementId: string
  kind: 'voucher' | 'quota'
  name: string
  unit: PoolUnit
  validFrom: string
  expiresOn: string | null
  isOpen: boolean
  granted: number | null
  available: number | null
  voucherState: 'ordered' | 'active' | 'cancelled' | null
  price: number | null
  currency: string | null
  /** Units drawn in the weeks that a forecast looks back on. */
  burnt: number
}
type PeriodRow = {
  id: string
  agreementId: string
  description: string
  kind: 'regular' | 'supplement' | 'credit'
  from: string
  to: string
  amount: number | null
  currency: string
}

/** The agreements of the contact's customer, those that hold first. What they show of balances and money is the database's to decide. */
export async function findExtranetAgreements(reader: Reader, now: Date, id?: string): Promise<ExtranetAgreement[]> {
  const only = id === undefined ? Prisma.sql`true` : Prisma.sql`a.id = ${id}::uuid`
  const [agreements, pools, periods] = await Promise.all([
    reader.rows<AgreementRow>(agreementsQuery(now, only)),
    reader.rows<PoolRow>(poolsQuery(now, id)),
    reader.rows<PeriodRow>(periodsQuery(id)),
  ])
  return agreements.map(({ today, showsBalances, showsMoney, ...agreement }) => ({
    ...agreement,
    pools: presentPools(
      pools.filter(({ agreementId }) => agreementId === agreement.id),
      agreement.state,
      today,
    ),
    periods: periods.filter(({ agreementId }) => agreementId === agreement.id).map(presentPeriod),
    shows: { balances: showsBalances, money: showsMoney },
  }))
}

/** One of them. Refuses with `not_found`. */
export async function findExtranetAgreement(reader: Reader, now: Date, id: string): Promise<ExtranetAgreement> {
  const [agreement] = await findExtranetAgreements(reader, now, id)
  if (agreement === undefined) throw new Refusal('not_found')
  return agreement
}

function agreementsQuery(now: Date, only: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT a.id, a.number, a.heading, a.terms, a.settlement, a.state, a.valid_from::text AS "validFrom", a.valid_to::text AS "validTo",
      a.po_number AS "poNumber", a.overage_policy AS "overagePolicy", ${dayAt(now)}::text AS today,
      cu.shows_balances AS "showsBalances", cu.shows_money AS "showsMoney"
    FROM agreement a JOIN customer cu ON cu.id = a.customer_id CROSS JOIN company co
    WHERE a.state <> 'draft' AND ${only}
    ORDER BY array_position(ARRAY['active', 'suspended', 'ended'], a.state), a.valid_from DESC, a.number DESC`
}

function poolsQuery(now: Date, agreementId: string | undefined): Prisma.Sql {
  const only = agreementId === undefined ? Prisma.sql`true` : Prisma.sql`p.agreement_id = ${agreementId}::uuid`
  return Prisma.sql`SELECT * FROM (SELECT p.id, p.agreement_id AS "agreementId", p.kind, p.name, p.unit, p.valid_from::text AS "validFrom",
      p.expires_on::text AS "expiresOn", p.is_open AS "isOpen", p.granted::float8 AS granted, p.balance::float8 AS available,
      p.voucher_state AS "voucherState", p.price::float8 AS price, p.currency,
      (SELECT coalesce(-sum(l.units), 0)::float8 FROM extranet_pool_ledger l WHERE l.pool_id = p.id AND ${isBurnt(dayAt(now))}) AS burnt,
      row_number() OVER (PARTITION BY p.agreement_id ORDER BY p.valid_from DESC, p.order_number DESC, p.id DESC) AS place
    FROM extranet_pool p CROSS JOIN company co WHERE ${only}) shown
    WHERE place <= ${POOLS_SHOWN} ORDER BY place`
}

function periodsQuery(agreementId: string | undefined): Prisma.Sql {
  const only = agreementId === undefined ? Prisma.sql`true` : Prisma.sql`s.agreement_id = ${agreementId}::uuid`
  return Prisma.sql`SELECT * FROM (SELECT s.id, s.agreement_id AS "agreementId", s.description, s.kind, s.from_day::text AS "from", s.to_day::text AS "to",
      s.amount::float8 AS amount, s.currency, row_number() OVER (PARTITION BY s.agreement_id ORDER BY s.from_day DESC, s.description) AS place
    FROM extranet_subscription s WHERE ${only}) shown
    WHERE place <= ${PERIODS_SHOWN} ORDER BY place`
}

/** Those that hold today first, within them the latest. */
function presentPools(
  pools: readonly PoolRow[],
  agreementState: ExtranetAgreement['state'],
  today: string,
): ExtranetPool[] {
  const shown = pools.map((pool) => presentPool(pool, agreementState, today))
  const holds = ({ state, validFrom }: ExtranetPool) => state === 'active' && validFrom <= today
  return [...shown.filter((pool) => holds(pool)), ...shown.filter((pool) => !holds(pool))]
}

function presentPool(
  { agreementId: _agreement, isOpen, voucherState, price, currency, burnt, ...pool }: PoolRow,
  agreementState: ExtranetAgreement['state'],
  today: string,
): ExtranetPool {
  const { available, expiresOn } = pool
  return {
    ...pool,
    emptyOn:
      available === null || pool.unit === 'unlimited'
        ? null
        : forecastRunOut(available, [{ workDate: today, units: burnt }], today),
    price: price === null || currency === null ? null : toWire({ minor: price, currency }),
    state: stateOf({
      voucherState,
      isOver: !isOpen && agreementState === 'ended',
      available,
      unit: pool.unit,
      expiresOn,
      today,
    }),
  }
}

type Standing = Pick<PoolRow, 'voucherState' | 'available' | 'unit' | 'expiresOn'> & { isOver: boolean; today: string }

/**
 * Where balances are not shown, an empty pool looks like any other that holds. One that is closed because its agreement
 * is suspended holds again when that is over; the agreement says so.
 */
function stateOf({ voucherState, isOver, available, unit, expiresOn, today }: Standing): ExtranetPool['state'] {
  if (voucherState === 'cancelled' || voucherState === 'ordered') return voucherState
  if (isOver || (expiresOn !== null && expiresOn < today)) return 'expired'
  return available === 0 && unit !== 'unlimited' ? 'exhausted' : 'active'
}

function presentPeriod({
  agreementId: _agreement,
  amount,
  currency,
  ...period
}: PeriodRow): ExtranetAgreement['periods'][number] {
  return { ...period, amount: amount === null ? null : toWire({ minor: amount, currency }) }
}
