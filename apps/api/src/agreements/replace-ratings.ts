import { costOf } from '@timedesk/domain/profit/profit'
import { Prisma } from '@timedesk/prisma/client'
import type { Acting } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { piecesInsertion } from './place-pieces.ts'
import { appendLedger } from './pools/append-ledger.ts'
import type { Recovered, Settlement } from './settle-draws.ts'

/**
 * Writes new covers in one packet: units move first, then ratings are replaced together with their pieces, so that
 * the sums always agree (R15). What the work cost is kept; work that was never rated gets its cost too.
 */
export async function replaceRatings(tx: Tx, context: Acting, { changed, movements }: Settlement): Promise<void> {
  await Promise.all([
    appendLedger(tx, context, movements),
    tx.rows(ratingsReplacement(changed, context.now)),
    tx.rows(piecesInsertion(changed.flatMap(({ pieces }) => pieces))),
  ])
}

function ratingsReplacement(changed: readonly Recovered[], now: Date): Prisma.Sql {
  const of = <Value>(read: (entry: Recovered) => Value) => changed.map(read)
  return Prisma.sql`WITH given AS (
      SELECT * FROM unnest(${of(({ stored }) => stored.id)}::uuid[], ${of(({ cover }) => cover.agreementId)}::uuid[],
        ${of(({ cover }) => cover.isBillable)}::bool[], ${of(({ cover }) => cover.billableMinutes)}::int[],
        ${of(({ cover }) => cover.ratePerHour)}::int[], ${of(({ cover }) => cover.amount)}::bigint[], ${of(({ cover }) => cover.currency)}::text[],
        ${of(({ cover }) => JSON.stringify(cover.explanation))}::text[], ${of(({ cover }) => cover.ruleVersion)}::int[],
        ${of(({ stored }) => stored.costRate)}::int[], ${of(costOfWork)}::bigint[])
        AS g (id, agreement_id, is_billable, billable_minutes, rate_per_hour, amount, currency, explanation, rule_version, cost_rate, cost)
    ), entry AS (
      UPDATE time_entry t SET agreement_id = g.agreement_id, is_billable = g.is_billable FROM given g WHERE t.id = g.id
        AND (t.agreement_id IS DISTINCT FROM g.agreement_id OR t.is_billable <> g.is_billable)
    ), gone AS (
      DELETE FROM cover_piece p USING given g WHERE p.entry_id = g.id
    )
    INSERT INTO time_rating AS r (entry_id, billable_minutes, rate_per_hour, amount, currency, explanation, rule_version, cost_rate, cost, rated_at)
    SELECT g.id, g.billable_minutes, g.rate_per_hour, g.amount, g.currency, g.explanation::jsonb, g.rule_version, g.cost_rate, g.cost, ${now} FROM given g
    ON CONFLICT (entry_id) DO UPDATE SET billable_minutes = excluded.billable_minutes, rate_per_hour = excluded.rate_per_hour,
      amount = excluded.amount, currency = excluded.currency, explanation = excluded.explanation, rule_version = excluded.rule_version,
      rated_at = excluded.rated_at`
}

function costOfWork({ stored: { costRate, minutes } }: Recovered): number | null {
  return costRate === null ? null : costOf(minutes, costRate)
}
