import { newId } from '../src/platform/new-id.ts'
import { buildCustomer, NORMAL_PRIORITY_ID, statusId, SUPPORT_DEPARTMENT_ID } from './factories.ts'
import type { TestServer } from './harness.ts'

type Given = {
  customerId?: string
  contactId?: string
  subject?: string
  category?: keyof typeof statusId
  projectId?: string
  agreementId?: string
  responsibleId?: string
}

/** A case with its description and the event of its creation, at a customer of its own unless one is given. */
export async function buildCase(server: TestServer, given: Given = {}): Promise<{ id: string; customerId: string }> {
  const { deps, clock } = server
  const customerId = given.customerId ?? (await buildCustomer(server)).id
  const id = newId()
  const subject = given.subject ?? 'Cannot print invoices'
  const category = given.category ?? 'open'
  await deps.database.transact(async (tx) => {
    const { number } = await tx.supportCase.create({
      data: {
        id,
        customerId,
        contactId: given.contactId ?? null,
        subject,
        priorityId: NORMAL_PRIORITY_ID,
        statusId: statusId[category],
        category,
        departmentId: SUPPORT_DEPARTMENT_ID,
        responsibleId: given.responsibleId ?? null,
        projectId: given.projectId ?? null,
        agreementId: given.agreementId ?? null,
        createdVia: 'desk',
        createdByName: 'Anna Berg',
        createdAt: clock.now,
        lastActivityAt: clock.now,
      },
    })
    const at = clock.now
    const author = { authorKind: 'system', authorName: 'Anna Berg' }
    await tx.reply.create({
      data: { id: newId(), caseId: id, customerId, kind: 'description', ...author, body: subject, postedAt: at },
    })
    await tx.event.create({
      data: {
        id: newId(),
        type: 'case.created',
        subjectKind: 'case',
        subjectId: id,
        caseId: id,
        customerId,
        isInternal: false,
        payload: { number, subject, via: 'desk' },
        actorKind: 'system',
        actorName: 'Anna Berg',
        at,
      },
    })
  })
  return { id, customerId }
}
