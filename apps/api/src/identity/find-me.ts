import type { ExtranetMe } from '@timedesk/contracts/extranet-identity'
import type { Me } from '@timedesk/contracts/identity'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { ContactActor, StaffActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'

type StaffRow = Pick<
  Me,
  'id' | 'name' | 'email' | 'initials' | 'role' | 'language' | 'undoSeconds' | 'department' | 'company'
>

/** The member of staff who calls, and what this caller may do now. */
export async function findMe(reader: Reader, { id, permissions, scopes }: StaffActor): Promise<Me> {
  const [row] = await reader.rows<StaffRow>(Prisma.sql`
    SELECT e.id, e.name, e.email, e.initials, e.role, e.language, e.undo_seconds AS "undoSeconds", json_build_object('id', d.id, 'name', d.name) AS department,
           json_build_object('name', c.name, 'currency', c.currency, 'timeZone', c.time_zone) AS company
      FROM employee e JOIN department d ON d.id = e.department_id CROSS JOIN company c WHERE e.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return { ...row, permissions: [...permissions], scopes: scopes === null ? null : [...scopes] }
}

type ContactRow = Omit<ExtranetMe, 'permissions'>

/** The contact who calls. Reads only what the extranet's role may read. */
export async function findExtranetMe(reader: Reader, { id, permissions }: ContactActor): Promise<ExtranetMe> {
  const [row] = await reader.rows<ContactRow>(Prisma.sql`
    SELECT p.id, p.name, p.email, p.phone, p.title, p.role, p.sees_all_cases AS "seesAllCases", p.language,
           json_build_object('id', c.id, 'name', c.name) AS customer, s.name AS supplier
      FROM contact p JOIN customer c ON c.id = p.customer_id CROSS JOIN company s WHERE p.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return { ...row, permissions: [...permissions] }
}
