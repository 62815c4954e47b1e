import { Prisma } from '@timedesk/prisma/client'

const remaining = Prisma.sql`(i.payable - (SELECT coalesce(sum(p.amount), 0) FROM payment p WHERE p.invoice_id = i.id)
  - (SELECT coalesce(sum(n.payable), 0) FROM invoice n WHERE n.corrects_id = i.id AND n.state = 'posted'))`
const paid = Prisma.sql`(SELECT coalesce(sum(p.amount), 0) FROM payment p WHERE p.invoice_id = i.id)`
const lastPaid = Prisma.sql`(SELECT max(p.paid_on) FROM payment p WHERE p.invoice_id = i.id)`

/**
 * Each thing of invoicing that the demo company has to show, and a query that finds it: at least one row. The day is
 * `2026-11-23`.
 */
export const DEMO_INVOICING_KINDS: readonly (readonly [kind: string, found: Prisma.Sql])[] = [
  ['an invoice of each of the last twelve months', monthsInvoiced()],
  ['an invoice that was paid in time', posted(Prisma.sql`${remaining} = 0 AND ${lastPaid} <= i.due_on`)],
  ['an invoice that was paid late', posted(Prisma.sql`${remaining} = 0 AND ${lastPaid} > i.due_on`)],
  ['an invoice that is paid in part', posted(Prisma.sql`${remaining} > 0 AND ${paid} > 0`)],
  [
    'an invoice that is still to be paid',
    posted(Prisma.sql`${remaining} > 0 AND ${paid} = 0 AND i.due_on >= '2026-11-23'`),
  ],
  [
    'two overdue invoices of a customer who was reminded of both',
    Prisma.sql`SELECT 1 FROM invoice i WHERE i.state = 'posted' AND i.due_on < '2026-11-23' AND ${remaining} > 0
      AND EXISTS (SELECT 1 FROM reminder r WHERE r.invoice_id = i.id) GROUP BY i.customer_id HAVING count(*) >= 2`,
  ],
  [
    'a second reminder',
    Prisma.sql`SELECT 1 FROM reminder r JOIN invoice i ON i.id = r.invoice_id WHERE r.level = 2 AND ${remaining} > 0`,
  ],
  [
    'an invoice under reverse charge',
    posted(Prisma.sql`i.vat_treatment = 'reverse_charge' AND i.vat = 0 AND i.currency = 'DKK'`),
  ],
  [
    'an invoice in euros whose VAT is told in kroner',
    posted(Prisma.sql`i.currency = 'EUR' AND i.exchange_rate IS NOT NULL AND i.accounting_vat IS NOT NULL`),
  ],
  ['an export', withLine(Prisma.sql`l.vat_category = 'G'`)],
  ['an invoice with a discount', posted(Prisma.sql`i.allowance_total > 0 AND i.discount_reason <> ''`)],
  [
    'an invoice of a single case',
    grouped('case', Prisma.sql`count(DISTINCT l.case_id) = 1 AND count(l.case_id) = count(*)`),
  ],
  ['an invoice of a single agreement', grouped('agreement', Prisma.sql`count(DISTINCT l.agreement_id) = 1`)],
  [
    'an invoice of project time alone',
    Prisma.sql`SELECT 1 FROM invoice i JOIN customer cu ON cu.id = i.customer_id JOIN invoice_line l ON l.invoice_id = i.id
      WHERE cu.projects_apart AND i.state = 'posted' GROUP BY i.id HAVING bool_and(l.project_id IS NOT NULL AND l.case_id IS NULL)`,
  ],
  [
    'a line for each entry',
    Prisma.sql`SELECT 1 FROM invoice i JOIN customer cu ON cu.id = i.customer_id JOIN invoice_line l ON l.invoice_id = i.id
      JOIN invoice_source s ON s.line_id = l.id WHERE cu.invoice_detail = 'entry' AND s.source = 'time' AND l.case_id IS NOT NULL
      GROUP BY i.id, l.case_id HAVING count(DISTINCT l.id) > 1 AND count(*) = count(DISTINCT l.id)`,
  ],
  [
    'a line for several entries',
    Prisma.sql`SELECT 1 FROM invoice_source s WHERE s.source = 'time' AND s.credits_id IS NULL GROUP BY s.line_id HAVING count(*) > 1`,
  ],
  [
    'support and project time on one invoice',
    Prisma.sql`SELECT 1 FROM invoice_line l GROUP BY l.invoice_id
      HAVING bool_or(l.case_id IS NOT NULL) AND bool_or(l.case_id IS NULL AND l.project_id IS NOT NULL)`,
  ],
  ['a voucher that was invoiced', withLine(Prisma.sql`l.revenue = 'voucher'`)],
  ['a subscription that was invoiced', withLine(Prisma.sql`l.revenue = 'subscription' AND l.period_from IS NOT NULL`)],
  ['a period that was invoiced by its days', withLine(Prisma.sql`l.revenue = 'subscription' AND l.unit = 'DAY'`)],
  ['overage that was invoiced', withLine(Prisma.sql`l.revenue = 'overage'`)],
  [
    'a correction of invoiced time that a later document took along',
    Prisma.sql`SELECT 1 FROM invoice_source s JOIN invoice i ON i.id = s.invoice_id JOIN time_entry t ON t.id = s.entry_id
      JOIN invoice_source first ON first.entry_id = t.corrects_id JOIN invoice o ON o.id = first.invoice_id
      WHERE t.correction = 'reversal' AND i.state = 'posted' AND o.state = 'posted' AND i.issued_on > o.issued_on`,
  ],
  ['a write-down on a posted invoice', withLine(Prisma.sql`l.net < l.registered AND l.adjustment_reason <> ''`)],
  [
    'a write-down on a draft',
    Prisma.sql`SELECT 1 FROM invoice_line l JOIN invoice i ON i.id = l.invoice_id
      WHERE i.state = 'draft' AND l.net < l.registered AND l.adjustment_reason <> ''`,
  ],
  [
    'a credit note of all, to be invoiced again',
    Prisma.sql`SELECT 1 FROM invoice n JOIN invoice i ON i.id = n.corrects_id JOIN invoice_source s ON s.invoice_id = n.id
      WHERE n.state = 'posted' AND s.disposition = 'rebill' AND n.payable = i.payable`,
  ],
  [
    'what was credited and invoiced again',
    Prisma.sql`SELECT 1 FROM invoice_source c JOIN invoice n ON n.id = c.invoice_id
      JOIN invoice_source again ON again.source_id = c.source_id AND again.is_live JOIN invoice i ON i.id = again.invoice_id
      WHERE c.disposition = 'rebill' AND n.state = 'posted' AND i.state = 'posted' AND i.issued_on > n.issued_on`,
  ],
  ['a credit note of a part that is written off', credited('write_off')],
  ['a credit note of time that a voucher pays for', credited('return_to_voucher')],
  ['documents that were sent', posted(Prisma.sql`i.send_state = 'sent' AND i.sent_to <> ''`)],
  ['a document that was not sent, since nobody said where to', posted(Prisma.sql`i.send_state = 'none'`)],
  [
    'a run that is finished',
    Prisma.sql`SELECT 1 FROM invoice_run r WHERE r.state = 'done' AND r.through = '2026-10-31'
      AND EXISTS (SELECT 1 FROM invoice i WHERE i.run_id = r.id) AND EXISTS (SELECT 1 FROM invoice_run_customer c WHERE c.run_id = r.id AND c.held <> '[]')`,
  ],
  ['several drafts', Prisma.sql`SELECT 1 FROM invoice WHERE state = 'draft' HAVING count(*) >= 4`],
  [
    'a draft that names no reference, of a customer with a location number',
    Prisma.sql`SELECT 1 FROM invoice i JOIN customer cu ON cu.id = i.customer_id
      WHERE i.state = 'draft' AND cu.endpoint_scheme = '0088' AND i.buyer_reference = '' AND i.order_reference = ''`,
  ],
  [
    'a draft with questioned time',
    Prisma.sql`SELECT 1 FROM invoice i JOIN invoice_source s ON s.invoice_id = i.id JOIN time_question q ON q.entry_id = s.entry_id
      WHERE i.state = 'draft' AND q.state = 'open'`,
  ],
  ['a question that was answered', Prisma.sql`SELECT 1 FROM time_question WHERE state = 'answered' AND answer <> ''`],
  [
    'time that is held by hand',
    Prisma.sql`SELECT 1 FROM potential_item i JOIN potential_mark m ON m.subject_id = i.entry_id WHERE i.held_because = 'held' AND m.reason <> ''`,
  ],
  [
    'time that was written off',
    Prisma.sql`SELECT 1 FROM potential_mark WHERE kind = 'write_off' AND released_at IS NULL AND amount > 0`,
  ],
  [
    'potential that is ready, of several customers',
    Prisma.sql`SELECT 1 FROM potential_item WHERE held_because IS NULL AND day <= '2026-11-23' AND amount > 0
      HAVING count(DISTINCT customer_id) >= 5 AND count(DISTINCT source) >= 2`,
  ],
  [
    'use of a voucher in the books',
    Prisma.sql`SELECT 1 FROM posting WHERE deed = 'voucher_movement' AND account = 'revenue_voucher'`,
  ],
  [
    'a month of a fee in the books',
    Prisma.sql`SELECT 1 FROM posting WHERE deed = 'subscription_month' AND account = 'revenue_subscription'`,
  ],
  ['an order of a voucher that waits', Prisma.sql`SELECT 1 FROM voucher_order WHERE state = 'open'`],
  [
    'an order of a voucher that was accepted',
    Prisma.sql`SELECT 1 FROM voucher_order o JOIN voucher v ON v.id = o.voucher_id WHERE o.state = 'accepted'`,
  ],
]

function posted(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT 1 FROM invoice i WHERE i.state = 'posted' AND i.kind = 'invoice' AND ${condition}`
}

function withLine(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT 1 FROM invoice i JOIN invoice_line l ON l.invoice_id = i.id WHERE i.state = 'posted' AND i.kind = 'invoice' AND ${condition}`
}

function grouped(grouping: string, condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT 1 FROM invoice i JOIN customer cu ON cu.id = i.customer_id JOIN invoice_line l ON l.invoice_id = i.id
    WHERE cu.invoice_grouping = ${grouping} AND i.state = 'posted' GROUP BY i.id HAVING ${condition}`
}

function credited(disposition: string): Prisma.Sql {
  return Prisma.sql`SELECT 1 FROM invoice_source s JOIN invoice n ON n.id = s.invoice_id JOIN invoice i ON i.id = n.corrects_id
    WHERE n.state = 'posted' AND s.disposition = ${disposition} AND n.payable < i.payable AND n.reason <> ''`
}

function monthsInvoiced(): Prisma.Sql {
  return Prisma.sql`SELECT 1 FROM invoice WHERE state = 'posted' HAVING count(DISTINCT date_trunc('month', issued_on)) = 12`
}
