import type { NoticeEntry, UnreadEntries } from '@timedesk/contracts/notices'
import { Prisma } from '@timedesk/prisma/client'
import { newId } from '../src/platform/new-id.ts'
import { send } from './cases.ts'
import type { SignedIn } from './factories.ts'
import type { TestServer } from './harness.ts'

export type Entries = { data: NoticeEntry[]; unread: UnreadEntries; page: { after: string | null } }
export type Sent = { causeKey: string; kind: string; subject: string; text: string }

/** What a person's bell shows. */
export async function entriesOf(server: TestServer, person: SignedIn, query = ''): Promise<Entries> {
  return (await send(server, person, 'GET', `/api/v1/me/notice-entries${query}`)).json<Entries>()
}

/** The mails to somebody of the staff, in the order in which they were written. */
export function mailsTo(server: TestServer, { id }: SignedIn): Promise<Sent[]> {
  return server.database.reader.rows<Sent>(
    Prisma.sql`SELECT cause_key AS "causeKey", kind, subject, text FROM mail WHERE to_address LIKE ${`${id}%`} ORDER BY created_at, id`,
  )
}

/** Chooses what a person is told of and when. */
export async function choose(server: TestServer, person: SignedIn, settings: object): Promise<void> {
  const answer = await send(server, person, 'PATCH', '/api/v1/me/notice-settings', settings)
  if (answer.statusCode !== 200) throw new Error(answer.body)
}

/** Gives a case to somebody of a department. */
export async function giveTo(
  server: TestServer,
  by: SignedIn,
  caseId: string,
  { id: responsibleId, departmentId }: { id: string; departmentId: string },
): Promise<void> {
  const body = { departmentId, responsibleId }
  const answer = await send(server, by, 'PUT', `/api/v1/cases/${caseId}/assignment`, body)
  if (answer.statusCode !== 200) throw new Error(answer.body)
}

/** A department where nobody works yet, so that no queue hears of what happens. */
export async function buildDepartment({ database }: TestServer, parentId: string | null = null): Promise<string> {
  const id = newId()
  await database.transact((tx) => tx.department.create({ data: { id, name: id, parentId } }))
  return id
}
