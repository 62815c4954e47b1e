import { Prisma } from '@timedesk/prisma/client'
import { newId } from '../../src/platform/new-id.ts'
import { buildContact, statusId } from '../factories.ts'
import type { TestServer } from '../harness.ts'
import type { Prepared } from './call-route.ts'
import { buildWorld, type World } from './world.ts'

/** Another case of the world's customer. */
async function sibling(server: TestServer, { customerId }: World): Promise<string> {
  const other = await buildWorld(server)
  const id = newId()
  await server.database.transact(async (tx) => {
    await tx.rows(Prisma.sql`INSERT INTO support_case (id, customer_id, subject, priority_id, status_id, category, department_id, created_via,
        created_by_name, created_at, last_activity_at, last_reply_snippet)
      SELECT ${id}::uuid, ${customerId}::uuid, subject, priority_id, status_id, category, department_id, created_via, created_by_name, created_at,
        last_activity_at, last_reply_snippet FROM support_case WHERE id = ${other.caseId}::uuid`)
    await tx.rows(Prisma.sql`INSERT INTO reply (id, case_id, customer_id, kind, author_kind, author_id, author_name, body, posted_at)
      SELECT ${newId()}::uuid, ${id}::uuid, ${customerId}::uuid, 'description', author_kind, author_id, author_name, body, posted_at
        FROM reply WHERE case_id = ${other.caseId}::uuid AND kind = 'description' LIMIT 1`)
    await tx.rows(Prisma.sql`INSERT INTO event (id, type, subject_kind, subject_id, case_id, customer_id, is_internal, payload, actor_kind, actor_name, at)
      SELECT ${newId()}::uuid, type, subject_kind, ${id}::uuid, ${id}::uuid, ${customerId}::uuid, is_internal, payload, actor_kind, actor_name, at
        FROM event WHERE case_id = ${other.caseId}::uuid AND type = 'case.created' LIMIT 1`)
  })
  return id
}

async function withLink(server: TestServer, world: World): Promise<Prepared> {
  return { params: { role: 'related', otherId: await sibling(server, world) } }
}

async function withContact(server: TestServer, { customerId }: World): Promise<Prepared> {
  return { params: { contactId: (await buildContact(server, { customerId })).id } }
}

/** What the routes of merging, splitting, linking and taking part need beside the world to succeed. */
export const mergePreparations = {
  previewMerge: async (server: TestServer, world: World) => ({ query: { intoId: await sibling(server, world) } }),
  mergeCase: async (server: TestServer, world: World) => ({ body: { intoId: await sibling(server, world) } }),
  unmergeCase: async (server: TestServer, world: World): Promise<Prepared> => {
    const { clock, database } = server
    const isMerged = await database.transact((tx) =>
      tx.supportCase.count({ where: { id: world.caseId, NOT: { mergedIntoId: null } } }),
    )
    if (isMerged > 0) return {}
    const intoId = await sibling(server, world)
    await database.transact(async (tx) => {
      await tx.rows(Prisma.sql`INSERT INTO case_merge (id, customer_id, source_id, into_id, status_id_before, merged_at, merged_by_name)
        VALUES (${newId()}::uuid, ${world.customerId}::uuid, ${world.caseId}::uuid, ${intoId}::uuid, ${statusId.open}::uuid, ${clock.now}, 'Anna Berg')`)
      await tx.rows(Prisma.sql`UPDATE support_case SET merged_into_id = ${intoId}::uuid, status_id = ${statusId.closed}::uuid,
        category = 'closed', closed_at = ${clock.now} WHERE id = ${world.caseId}::uuid`)
    })
    return {}
  },
  previewSplit: (_server: TestServer, { replyId }: World) => Promise.resolve({ query: { messageIds: replyId } }),
  splitCase: (_server: TestServer, { replyId }: World) =>
    Promise.resolve({ body: { messageIds: [replyId], subject: 'Another matter' } }),
  linkCase: withLink,
  unlinkCase: withLink,
  addCaseParticipant: withContact,
  removeCaseParticipant: withContact,
}
