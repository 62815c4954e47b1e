import { Prisma } from '@timedesk/prisma/client'

const covers = Prisma.sql`EXISTS (SELECT 1 FROM cover_piece p WHERE p.agreement_id = a.id)`

/**
 * Each thing of the money side that the demo company has to show, and a query that finds it: at least one row. The
 * day is `2026-11-23`.
 */
export const DEMO_KINDS: readonly (readonly [kind: string, found: Prisma.Sql])[] = [
  [
    'a voucher in minutes that is nearly used, and the warning',
    Prisma.sql`SELECT 1 FROM cover_pool p JOIN voucher v ON v.id = p.id JOIN agreement_warning w ON w.pool_id = p.id
      WHERE p.unit = 'minutes' AND w.kind = 'threshold' AND p.balance > 0 AND p.balance * 5 <= v.quantity`,
  ],
  [
    'a voucher that is hardly used',
    Prisma.sql`SELECT 1 FROM cover_pool p JOIN voucher v ON v.id = p.id WHERE v.state = 'active' AND p.balance * 2 > v.quantity
      AND EXISTS (SELECT 1 FROM pool_ledger l WHERE l.pool_id = p.id AND l.kind = 'draw')`,
  ],
  ['draws of money', drawsOf('money', 'voucher')],
  ['draws of cases from a voucher', drawsOf('cases', 'voucher')],
  ['draws of cases from a quota', drawsOf('cases', 'quota')],
  ['overage that is billed', overage(Prisma.sql`p.hold IS NULL AND a.overage_policy = 'bill'`)],
  ['overage that waits for a word', overage(Prisma.sql`p.hold = 'approval' AND a.overage_policy = 'approve'`)],
  ['overage that is blocked', overage(Prisma.sql`p.hold = 'blocked' AND a.overage_policy = 'block'`)],
  ['overage that was accepted', decided('accepted', Prisma.sql`p.hold IS NULL`)],
  ['overage that was declined', decided('declined', Prisma.sql`p.hold = 'declined'`)],
  ['a voucher that expires within a week', expiringWithin(0, 7)],
  ['a voucher that expires within a month', expiringWithin(8, 30)],
  ['a voucher that expires within two months', expiringWithin(31, 60)],
  [
    'a voucher that expired with breakage',
    Prisma.sql`SELECT 1 FROM pool_ledger l JOIN voucher v ON v.id = l.pool_id WHERE l.kind = 'expire' AND l.revenue > 0
      AND NOT EXISTS (SELECT 1 FROM pool_ledger back WHERE back.reverses_id = l.id)`,
  ],
  ['a top-up with reason and approver', moved(Prisma.sql`l.kind = 'adjust' AND l.units > 0 AND l.reason <> ''`)],
  ['a transfer out', moved(Prisma.sql`l.kind = 'transfer_out' AND l.liability_change < 0`)],
  ['a transfer in', moved(Prisma.sql`l.kind = 'transfer_in' AND l.liability_change > 0`)],
  ['an extension that took an expiry back', moved(Prisma.sql`l.kind = 'extend' AND l.units > 0`)],
  ['a cancellation with its credit', moved(Prisma.sql`l.kind = 'cancel' AND l.credited > 0`)],
  ['a voucher that is ordered', Prisma.sql`SELECT 1 FROM voucher WHERE state = 'ordered' AND activated_on IS NULL`],
  [
    'a monthly quota that was drawn after its month',
    Prisma.sql`SELECT 1 FROM pool_ledger l JOIN cover_pool p ON p.id = l.pool_id JOIN subscription_period s ON s.pool_id = p.id
      JOIN subscription_line line ON line.id = s.line_id WHERE line.period_months = 1 AND l.kind = 'draw' AND l.work_date > p.own_until`,
  ],
  [
    'a quota that lost what may not be carried on',
    Prisma.sql`SELECT 1 FROM pool_ledger l JOIN cover_pool p ON p.id = l.pool_id WHERE p.kind = 'quota' AND l.kind = 'expire'
      AND l.balance_after > 0 AND l.booked_on <= p.expires_on`,
  ],
  [
    'a quarter of the calendar whose first period was short',
    Prisma.sql`SELECT 1 FROM subscription_period s JOIN subscription_line line ON line.id = s.line_id
      WHERE line.aligns_to_calendar AND line.period_months = 3 AND s.from_day = line.starts_on AND s.charged_days < s.whole_to - s.whole_from + 1`,
  ],
  [
    'a year in advance that covers all it is for',
    Prisma.sql`SELECT 1 FROM cover_piece p JOIN cover_pool pool ON pool.id = p.pool_id JOIN subscription_period s ON s.pool_id = pool.id
      JOIN subscription_line line ON line.id = s.line_id WHERE pool.unit = 'unlimited' AND line.period_months = 12 AND line.timing = 'advance'`,
  ],
  [
    'a month in arrears',
    Prisma.sql`SELECT 1 FROM subscription_period s JOIN subscription_line line ON line.id = s.line_id
      WHERE line.timing = 'arrears' AND line.quota_unit = 'cases' AND s.due_on = s.to_day + 1 AND s.due_on <= '2026-11-23'`,
  ],
  ['an indexed price that is coming', price(Prisma.sql`kind = 'indexed' AND valid_from > '2026-11-23'`)],
  ['a price that was changed', price(Prisma.sql`kind = 'changed' AND valid_from < '2026-11-23'`)],
  [
    'a subscription under notice, with the days that are given back',
    Prisma.sql`SELECT 1 FROM agreement a JOIN subscription_period s ON s.agreement_id = a.id
      WHERE a.terminated_on < '2026-11-23' AND a.valid_to > '2026-11-23' AND s.kind = 'credit' AND s.amount < 0`,
  ],
  [
    'a term that renews itself, of which people were told',
    Prisma.sql`SELECT 1 FROM agreement a JOIN agreement_warning w ON w.agreement_id = a.id WHERE a.renewal = 'automatic' AND w.kind = 'notice'`,
  ],
  [
    'a proposal with a plan',
    agreement(Prisma.sql`a.state = 'draft' AND EXISTS (SELECT 1 FROM subscription_line l WHERE l.agreement_id = a.id)`),
  ],
  ['a suspended agreement that covers what it did before', agreement(Prisma.sql`a.state = 'suspended' AND ${covers}`)],
  ['an agreement that ended and covers its days', agreement(Prisma.sql`a.state = 'ended' AND ${covers}`)],
  ['rounding by case and day', agreement(Prisma.sql`a.rounding_scope = 'case_day' AND ${covers}`)],
  ['rounding by case and month', agreement(Prisma.sql`a.rounding_scope = 'case_period' AND ${covers}`)],
  [
    'two agreements on time spent of one customer, for different work',
    Prisma.sql`SELECT 1 FROM agreement a JOIN agreement b ON b.customer_id = a.customer_id AND b.id <> a.id
      WHERE a.settlement = 'time_spent' AND b.settlement = 'time_spent' AND a.is_scoped AND NOT b.is_scoped AND a.state = 'active' AND b.state = 'active'
        AND EXISTS (SELECT 1 FROM cover_piece p WHERE p.agreement_id = a.id) AND EXISTS (SELECT 1 FROM cover_piece p WHERE p.agreement_id = b.id)`,
  ],
  ['work outside of any agreement, by choice', explained('outside_contract')],
  ['work with a surcharge', Prisma.sql`SELECT 1 FROM cover_piece WHERE factor = 1500 AND amount > 0`],
  ['work on a Saturday, at a higher one', Prisma.sql`SELECT 1 FROM cover_piece WHERE factor = 2000 AND amount > 0`],
  ['a surcharge that is only suggested', explained('after_hours_suggested')],
  ['work whose activity has a rate or a factor of its own', explained('activity_rate')],
  [
    'work over midnight, split',
    Prisma.sql`SELECT 1 FROM time_entry t JOIN time_entry n ON n.employee_id = t.employee_id AND n.started_at = t.ended_at AND n.work_date = t.work_date + 1`,
  ],
  ['late work', Prisma.sql`SELECT 1 FROM time_entry WHERE is_late AND booked_on > work_date AND correction IS NULL`],
  [
    'a correction that counts',
    Prisma.sql`SELECT 1 FROM time_entry r JOIN time_entry n ON n.corrects_id = r.corrects_id AND n.correction = 'replacement'
      WHERE r.correction = 'reversal' AND r.state = 'approved' AND n.state = 'approved'`,
  ],
  [
    'a correction that waits',
    Prisma.sql`SELECT 1 FROM time_entry WHERE correction = 'replacement' AND state = 'submitted'`,
  ],
  [
    'books that are closed, for most further than for everybody',
    Prisma.sql`SELECT 1 FROM company WHERE hard_locked_through < soft_locked_through AND soft_locked_through < '2026-11-01'`,
  ],
  [
    'books that were opened again with a reason',
    Prisma.sql`SELECT 1 FROM event WHERE type = 'period.reopened' AND payload ->> 'reason' <> ''`,
  ],
  ['a stopwatch that runs', Prisma.sql`SELECT 1 FROM timer WHERE paused_at IS NULL`],
  [
    'a week that was sent back with a reason',
    Prisma.sql`SELECT 1 FROM week_sheet WHERE state = 'rejected' AND reason <> ''`,
  ],
  ['weeks that wait', Prisma.sql`SELECT 1 FROM week_sheet WHERE state = 'submitted'`],
  ['time that waits for an order number', Prisma.sql`SELECT 1 FROM potential_item WHERE held_because = 'po_missing'`],
  ['time that waits for approval', Prisma.sql`SELECT 1 FROM potential_item WHERE held_because = 'time_approval'`],
]

function drawsOf(unit: string, kind: string): Prisma.Sql {
  return Prisma.sql`SELECT 1 FROM pool_ledger l JOIN cover_pool p ON p.id = l.pool_id
    WHERE l.kind = 'draw' AND p.unit = ${unit} AND p.kind = ${kind}`
}

function overage(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT 1 FROM cover_piece p JOIN agreement a ON a.id = p.agreement_id
    WHERE p.kind = 'overage' AND p.amount > 0 AND a.settlement = 'voucher' AND ${condition}`
}

function decided(verdict: string, condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT 1 FROM overage_decision d JOIN cover_piece p ON p.entry_id = d.entry_id
    WHERE d.verdict = ${verdict} AND p.kind = 'overage' AND ${condition}`
}

function expiringWithin(from: number, to: number): Prisma.Sql {
  return Prisma.sql`SELECT 1 FROM cover_pool p JOIN agreement_warning w ON w.pool_id = p.id
    WHERE p.kind = 'voucher' AND p.balance > 0 AND w.kind = 'expiry' AND p.expires_on - date '2026-11-23' BETWEEN ${from}::int AND ${to}::int`
}

function moved(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT 1 FROM pool_ledger l JOIN voucher v ON v.id = l.pool_id WHERE ${condition}`
}

function price(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT 1 FROM subscription_price WHERE ${condition}`
}

function agreement(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT 1 FROM agreement a WHERE ${condition}`
}

function explained(step: string): Prisma.Sql {
  return Prisma.sql`SELECT 1 FROM time_rating r WHERE r.explanation @> jsonb_build_array(jsonb_build_object('step', ${step}::text))`
}
