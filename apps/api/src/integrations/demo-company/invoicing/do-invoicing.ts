import type { DemoHabit, DemoInvoicingDeed } from '@timedesk/prisma/seed/invoicing-shape'
import type { DemoDeed } from '@timedesk/prisma/seed/settlement-shape'
import type { Tx } from '../../../platform/db/database.ts'
import type { PastContexts } from '../past-contexts.ts'
import { changeLatestDraft, writeDown } from './change-drafts.ts'
import { collectPayments } from './collect-payments.ts'
import { acceptOrder, answerLatest, orderAgain, questionLatest } from './contact-words.ts'
import { creditLatest } from './credit-latest.ts'
import { draftReady } from './draft-ready.ts'
import { markOldest } from './mark-oldest.ts'
import { postDrafts } from './post-drafts.ts'
import { runInvoices } from './run-invoices.ts'

/** The ids of vouchers that were sold, by what the demo company calls them. */
export type Sold = Map<string, string>

/** Who acted when, when customers pay, and what was sold. */
export type Past = { contexts: PastContexts; habits: readonly DemoHabit[]; sold: Sold }

const kinds: ReadonlySet<DemoDeed['kind']> = new Set([
  ...(['run', 'post', 'collect', 'draft', 'write_down', 'reword', 'mark', 'credit'] as const),
  ...(['question', 'answer', 'order', 'accept'] as const),
])

export function isInvoicing(deed: DemoDeed): deed is DemoInvoicingDeed {
  return kinds.has(deed.kind)
}

/** Runs the commands of a deed as they ran on its day. */
export async function doInvoicing(tx: Tx, { contexts, habits, sold }: Past, deed: DemoInvoicingDeed): Promise<void> {
  if (deed.kind === 'question') return questionLatest(tx, contexts.byContact(deed.contactId, deed.at), deed)
  if (deed.kind === 'order') return orderAgain(tx, contexts.byContact(deed.contactId, deed.at), deed)
  const context = contexts.by(deed.byId, deed.at)
  switch (deed.kind) {
    case 'run':
      return runInvoices(tx, context, deed.through)
    case 'post':
      return postDrafts(tx, context, deed.exceptIds)
    case 'collect':
      return collectPayments(tx, context, habits)
    case 'draft':
      return draftReady(tx, context, deed.customerId)
    case 'write_down':
      return writeDown(tx, context, deed)
    case 'reword':
      return changeLatestDraft(tx, context, deed)
    case 'mark':
      return markOldest(tx, context, deed)
    case 'credit':
      return creditLatest(tx, context, deed)
    case 'answer':
      return answerLatest(tx, context, deed)
    case 'accept':
      sold.set(deed.voucher, await acceptOrder(tx, context, deed))
  }
}
