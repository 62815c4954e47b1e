import type { DemoOnDocument } from '@timedesk/prisma/seed/invoicing-shape'
import { Prisma } from '@timedesk/prisma/client'
import { orderVoucher } from '../../../agreements/voucher-orders/order-voucher.ts'
import { acceptVoucherOrder } from '../../../agreements/voucher-orders/decide-voucher-order.ts'
import type { ContactActor, Context, StaffActor } from '../../../platform/context.ts'
import { claimIdentity, type Tx } from '../../../platform/db/database.ts'
import { answerTimeQuestion } from '../../../invoicing/questions/answer-time-question.ts'
import { askAboutTime } from '../../../invoicing/questions/ask-about-time.ts'

type Deed<Kind extends DemoOnDocument['kind']> = { customerId: string } & Extract<DemoOnDocument, { kind: Kind }>

/** The contact questions the latest charged line that it sees; one that is on a draft, if there is any. */
export async function questionLatest(
  tx: Tx,
  context: Context<ContactActor>,
  { text }: Deed<'question'>,
): Promise<void> {
  await asContact(tx, context.actor, async () => {
    const [line] = await tx.rows<{ id: string }>(Prisma.sql`SELECT t.id FROM extranet_time_line t
      WHERE t.is_billable AND NOT t.is_invoiced AND t.question IS NULL AND t.correction IS NULL
        AND EXISTS (SELECT 1 FROM cover_piece p WHERE p.entry_id = t.id AND p.amount > 0)
      ORDER BY EXISTS (SELECT 1 FROM invoice_source s WHERE s.entry_id = t.id AND s.is_live) DESC, t.work_date DESC, t.id LIMIT 1`)
    if (line !== undefined) await askAboutTime(tx, context, { entryId: line.id, question: text })
  })
}

export async function answerLatest(
  tx: Tx,
  context: Context<StaffActor>,
  { customerId, resolution, text }: Deed<'answer'>,
): Promise<void> {
  const [question] = await tx.rows<{ id: string }>(Prisma.sql`SELECT id FROM time_question
    WHERE customer_id = ${customerId}::uuid AND state = 'open' ORDER BY asked_at DESC LIMIT 1`)
  if (question !== undefined)
    await answerTimeQuestion(tx, context, { questionId: question.id, resolution, answer: text })
}

export async function orderAgain(tx: Tx, context: Context<ContactActor>, deed: Deed<'order'>): Promise<void> {
  const { agreementId, unit, quantity, message } = deed
  await asContact(tx, context.actor, () => orderVoucher(tx, context, { agreementId, unit, quantity, message }))
}

/** Resolves with the id of the voucher that was sold. */
export async function acceptOrder(
  tx: Tx,
  context: Context<StaffActor>,
  { customerId, expiresOn }: Deed<'accept'>,
): Promise<string> {
  const [order] = await tx.rows<{ id: string }>(Prisma.sql`SELECT id FROM voucher_order
    WHERE customer_id = ${customerId}::uuid AND state = 'open' ORDER BY number LIMIT 1`)
  if (order === undefined) throw new RangeError('Nobody ordered a voucher')
  await acceptVoucherOrder(tx, context, { orderId: order.id, expiresOn, activateOn: 'sale' })
  const [sold] = await tx.rows<{ id: string }>(
    Prisma.sql`SELECT voucher_id AS id FROM voucher_order WHERE id = ${order.id}::uuid`,
  )
  if (sold === undefined) throw new RangeError('The order was not kept')
  return sold.id
}

/** Within it, the extranet’s views show what the contact sees. */
async function asContact(tx: Tx, contact: ContactActor, work: () => Promise<unknown>): Promise<void> {
  await tx.rows(claimIdentity(contact))
  await work()
  await tx.rows(Prisma.sql`SELECT set_config('app.customer_id', '', true), set_config('app.contact_id', '', true),
    set_config('app.sees_all', '', true), set_config('app.contact_role', '', true)`)
}
