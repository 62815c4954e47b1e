import { startSideConversation as contract } from '@timedesk/contracts/side-conversations'
import { Prisma } from '@timedesk/prisma/client'
import type { DemoCompany } from '@timedesk/prisma/seed/shape'
import { receiveMail } from '../../helpdesk/sides/receive-mail.ts'
import { startConversation } from '../../helpdesk/sides/start-conversation.ts'
import type { SideMailbox } from '../../helpdesk/sides/side-mailbox.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { PastContexts } from './past-contexts.ts'

/** Where the links of mails lead that are never sent. */
const PAST: SideMailbox = { publicUrl: 'https://timedesk.example', replyAddress: () => 'help@timedesk.example' }

/** Asks third parties about the cases that wait for one. */
export async function askSuppliers(tx: Tx, { workspace }: DemoCompany, contexts: PastContexts): Promise<void> {
  const at = workspace.moments.suppliersAsked
  const cases = await tx.rows<{ id: string; responsibleId: string }>(Prisma.sql`
    SELECT id, responsible_id AS "responsibleId" FROM support_case
     WHERE category = 'waiting_third_party' AND responsible_id IS NOT NULL AND last_activity_at < ${at} ORDER BY last_activity_at DESC, id`)
  for (const [index, { to, subject, question }] of workspace.suppliers.entries()) {
    const about = cases[index]
    if (about === undefined) return
    const words = contract.body.parse({ to: [to], subject, body: question })
    await startConversation(tx, contexts.by(about.responsibleId, at), PAST, { caseId: about.id, ...words })
  }
}

/** The mails of those who answer come in. */
export async function answerAsSupplier(tx: Tx, { workspace }: DemoCompany, contexts: PastContexts): Promise<void> {
  const context = contexts.by(workspace.postmasterId, workspace.moments.supplierAnswered)
  for (const { to: from, subject, answer } of workspace.suppliers) {
    const asked = await tx.sideConversation.findFirst({ where: { subject } })
    if (asked === null || answer === null) continue
    const messageId = `<${asked.id}@nordhost.example>`
    const said = { messageId, from, body: answer, quoted: '', isAutomatic: false, files: [] }
    await receiveMail(tx, context, { ...said, tokens: [asked.token], answers: [] })
  }
}
