import type { CaseCover } from '@timedesk/contracts/cover'
import { Refusal } from '@timedesk/contracts/refusal'
import { whichApply } from '@timedesk/domain/cover/applies'
import type { Payer } from '@timedesk/domain/cover/entry'
import { bestTimeSpent, comparePools, isPoolValidOn, prepaidInOrder } from '@timedesk/domain/cover/order'
import { toWire } from '@timedesk/domain/money/money'
import { Prisma } from '@timedesk/prisma/client'
import { familyOf } from '../platform/db/case-family.ts'
import type { Reader } from '../platform/db/database.ts'
import { dayAt } from './company-day.ts'
import { grantedUnits, poolJson, type LoadedPool } from './cover-pools.ts'
import { termsJson, type LoadedTerms } from './cover-terms.ts'
import { choiceOf, isNews } from './cover-work.ts'
import { workColumns, workToday, type WorkOfCase } from './work-of-case.ts'

type Row = WorkOfCase & {
  coverOrder: NonNullable<Payer['customer']>['coverOrder']
  agreement: CaseCover['agreement']
  agreements: LoadedTerms[] | null
  pools: { pool: LoadedPool; granted: number }[] | null
  minutes: number
  billableMinutes: number
  coveredMinutes: number
  amount: number
  heldAmount: number
  currency: string
  /** There are several currencies, or work without a rate. */
  isAmountUnknown: boolean
}

/**
 * What pays for work on a case today, in the order in which it is asked, and what its time was worth (R14), with that of
 * cases that were merged into it. Work of
 * any activity: an agreement for some activities only is listed too. Refuses with `not_found`.
 */
export async function findCaseCover(reader: Reader, caseId: string, now: Date): Promise<CaseCover> {
  const [row] = await reader.rows<Row>(coverQuery(caseId, now))
  if (row === undefined) throw new Refusal('not_found')
  const { minutes, billableMinutes, coveredMinutes, currency, isAmountUnknown } = row
  const money = (minor: number) => (isAmountUnknown ? null : toWire({ minor, currency }))
  return {
    isOutsideContract: row.isOutsideContract,
    agreement: row.agreement,
    ...askedOf(row, caseId),
    minutes,
    billableMinutes,
    coveredMinutes,
    amount: money(row.amount),
    heldAmount: money(row.heldAmount),
  }
}

function askedOf(row: Row, caseId: string): Pick<CaseCover, 'asked' | 'passedOver'> {
  const choice = choiceOf(row)
  const terms = (row.agreements ?? []).map((agreement) => {
    return { ...agreement, scope: agreement.scope.filter(({ kind }) => kind !== 'activity_type') }
  })
  const { applying, passedOver } = whichApply(workToday(row, caseId), terms)
  const timeSpent = bestTimeSpent(applying)
  const asked = [...prepaidInOrder(applying, row.coverOrder), ...(timeSpent === null ? [] : [timeSpent])]
  return {
    asked: asked.map(({ id, heading, settlement, overagePolicy }) => {
      return { agreement: { id, name: heading }, settlement, overagePolicy, pools: poolsOf(id, row) }
    }),
    passedOver: passedOver
      .filter(({ because }) => isNews(because, choice))
      .map(({ agreement: { id, heading }, because }) => ({ agreement: { id, name: heading }, because })),
  }
}

function poolsOf(agreementId: string, { pools, today }: Row): CaseCover['asked'][number]['pools'] {
  return (pools ?? [])
    .filter(({ pool }) => pool.agreementId === agreementId && pool.isOpen && isPoolValidOn(today, pool))
    .toSorted((one, other) => comparePools(one.pool, other.pool))
    .map(({ pool: { id, name, kind, unit, validFrom, expiresOn, balance }, granted }) => {
      return { id, name, kind, unit, granted, available: balance, validFrom, expiresOn }
    })
}

function coverQuery(caseId: string, now: Date): Prisma.Sql {
  return Prisma.sql`SELECT ${dayAt(now)}::text AS today, cu.cover_order AS "coverOrder",
      ${workColumns},
      (SELECT json_build_object('id', own.id, 'name', own.heading) FROM agreement own WHERE own.id = c.agreement_id) AS agreement,
      (SELECT json_agg(${termsJson}) FROM agreement a WHERE a.customer_id = cu.id AND a.state <> 'draft') AS agreements,
      (SELECT json_agg(json_build_object('pool', ${poolJson}, 'granted', ${grantedUnits})) FROM cover_pool pool
        WHERE pool.customer_id = cu.id AND pool.is_open) AS pools,
      w.*, coalesce(w.time_currency, cu.currency) AS currency
    FROM support_case c
    CROSS JOIN company co
    JOIN customer cu ON cu.id = c.customer_id
    CROSS JOIN LATERAL (SELECT coalesce(sum(t.minutes), 0)::int AS minutes, coalesce(sum(r.billable_minutes), 0)::int AS "billableMinutes",
        coalesce(sum(x.covered), 0)::int AS "coveredMinutes", coalesce(sum(x.amount), 0)::float8 AS amount, coalesce(sum(x.held), 0)::float8 AS "heldAmount",
        min(r.currency) AS time_currency,
        coalesce(bool_or(r.amount IS NULL AND r.billable_minutes > 0) OR count(DISTINCT r.currency) > 1, false) AS "isAmountUnknown"
      FROM time_entry t JOIN time_rating r ON r.entry_id = t.id
      CROSS JOIN LATERAL (SELECT sum(p.minutes) FILTER (WHERE p.kind IN ('voucher', 'subscription')) AS covered,
          sum(p.amount) FILTER (WHERE p.hold IS NULL) AS amount, sum(p.amount) FILTER (WHERE p.hold IN ('approval', 'blocked')) AS held
        FROM cover_piece p WHERE p.entry_id = t.id) x
      WHERE t.case_id = ANY(${familyOf(caseId)})) w
    WHERE c.id = ${caseId}::uuid`
}
