import { Prisma } from '@timedesk/prisma/client'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { priceText } from '../../platform/read-rate.ts'
import { appendLedger } from '../pools/append-ledger.ts'
import type { StoredLine, StoredPeriod } from './find-plan.ts'

/** The quota of a period, which covers work from its first day on. Units are minutes or cases. */
export type QuotaDraft = {
  id: string
  unit: 'minutes' | 'cases' | 'unlimited'
  units: number
  name: string
  validFrom: string
  expiresOn: string
  /** Of a quota that rolls over: its own last day, and how much of it may pass that. */
  ownUntil: string | null
  carryMax: number | null
}

/** A period to be stored, with its line and the quota that it brings. */
export type PeriodDraft = Omit<StoredPeriod, 'id' | 'poolId'> & { line: StoredLine; quota: QuotaDraft | null }

/**
 * Stores periods that nobody has stored before, with their quotas, and tells of what they charge. Of several workers at
 * once one wins each period: only that one opens its quota, fills it and tells of it (R33). Resolves with what it won.
 */
export async function storePeriods(tx: Tx, context: Context, drafts: readonly PeriodDraft[]): Promise<PeriodDraft[]> {
  if (drafts.length === 0) return []
  const numbered = drafts.map((draft) => ({ ...draft, id: context.newId() }))
  const won = await insertPeriods(tx, context, numbered)
  const winners = numbered.filter(({ id }) => won.has(id))
  await fillQuotas(tx, context, winners)
  for (const draft of winners) await tell(tx, context, draft)
  return winners
}

type Numbered = PeriodDraft & { id: string }

/** One statement: a quota exists if and only if its period was won. Its foreign key is checked when both are there. */
async function insertPeriods(tx: Tx, { now }: Context, drafts: readonly Numbered[]): Promise<Set<string>> {
  const of = <Value>(read: (draft: Numbered) => Value) => drafts.map(read)
  const quotas = drafts.flatMap(({ quota, line }) => (quota === null ? [] : [{ ...quota, line }]))
  const ofQuota = <Value>(read: (quota: (typeof quotas)[number]) => Value) => quotas.map(read)
  const rows = await tx.rows<{ id: string }>(Prisma.sql`WITH won AS (
      INSERT INTO subscription_period (id, customer_id, agreement_id, line_id, kind, from_day, to_day, whole_from, whole_to, charged_days,
        quantity, unit_price, amount, currency, due_on, pool_id, created_at)
      SELECT g.*, ${now}::timestamptz FROM unnest(${of(({ id }) => id)}::uuid[], ${of(({ line }) => line.customerId)}::uuid[],
        ${of(({ line }) => line.agreementId)}::uuid[], ${of(({ line }) => line.id)}::uuid[], ${of(({ kind }) => kind)}::text[],
        ${of(({ from }) => from)}::date[], ${of(({ to }) => to)}::date[], ${of(({ wholeFrom }) => wholeFrom)}::date[],
        ${of(({ wholeTo }) => wholeTo)}::date[], ${of(({ chargedDays }) => chargedDays)}::int[],
        ${of(({ quantity }) => quantity)}::int[], ${of(({ unitPrice }) => unitPrice)}::bigint[], ${of(({ amount }) => amount)}::bigint[],
        ${of(({ line }) => line.currency)}::text[], ${of(({ dueOn }) => dueOn)}::date[], ${of(({ quota }) => quota?.id ?? null)}::uuid[]) AS g
      ON CONFLICT DO NOTHING RETURNING id, pool_id
    ), opened AS (
      INSERT INTO cover_pool (id, customer_id, agreement_id, kind, name, unit, valid_from, expires_on, own_until, carry_max, order_number)
      SELECT g.id, g.customer_id, g.agreement_id, 'quota', g.name, g.unit, g.valid_from, g.expires_on, g.own_until, g.carry_max, g.position
      FROM unnest(${ofQuota(({ id }) => id)}::uuid[], ${ofQuota(({ line }) => line.customerId)}::uuid[],
        ${ofQuota(({ line }) => line.agreementId)}::uuid[], ${ofQuota(({ name }) => name)}::text[], ${ofQuota(({ unit }) => unit)}::text[],
        ${ofQuota(({ validFrom }) => validFrom)}::date[], ${ofQuota(({ expiresOn }) => expiresOn)}::date[],
        ${ofQuota(({ ownUntil }) => ownUntil)}::date[], ${ofQuota(({ carryMax }) => carryMax)}::bigint[],
        ${ofQuota(({ line }) => line.position)}::int[])
        AS g (id, customer_id, agreement_id, name, unit, valid_from, expires_on, own_until, carry_max, position)
      JOIN won ON won.pool_id = g.id
    )
    SELECT id FROM won`)
  return new Set(rows.map(({ id }) => id))
}

async function fillQuotas(tx: Tx, context: Context, winners: readonly PeriodDraft[]): Promise<void> {
  const grants = winners.flatMap(({ line, quota }) =>
    quota === null || quota.unit === 'unlimited'
      ? []
      : [{ customerId: line.customerId, poolId: quota.id, kind: 'grant' as const, units: quota.units }],
  )
  await appendLedger(tx, context, grants)
}

/** A stretch that charges nothing because of a suspension is told by the agreement's own log. */
async function tell(
  tx: Tx,
  context: Context,
  { line, kind, from, to, amount, chargedDays }: PeriodDraft,
): Promise<void> {
  if (chargedDays === 0) return
  const { agreementId, customerId, description, currency } = line
  await appendEvents(tx, context, { kind: 'agreement', id: agreementId, customerId }, [
    {
      type: 'subscription.period_charged',
      name: description,
      from,
      to,
      amount: priceText(amount, currency),
      kind,
    },
  ])
}
