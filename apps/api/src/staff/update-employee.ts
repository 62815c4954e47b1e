import { Refusal } from '@timedesk/contracts/refusal'
import type { updateEmployee as contract } from '@timedesk/contracts/staff'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { desk } from '../identity/portals.ts'
import { revokeApiTokens } from '../identity/revoke-api-tokens.ts'
import { voidSecrets } from '../identity/secrets.ts'
import { endSessions } from '../identity/sessions.ts'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { chooseReference } from '../platform/db/references.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { takenEmployeeFields } from './create-employee.ts'

type Row = {
  initials: string
  name: string
  email: string
  role: string
  language: string
  isActive: boolean
  department: { id: string; name: string }
  version: number
}

/**
 * Changes or deactivates an employee. Deactivating ends sessions, tokens and open invitations at once; a new address
 * makes links that went to the old one worthless. Refuses a stale version, taken values, a department that is not
 * active, and to leave the company without an active administrator.
 */
export async function updateEmployee(
  tx: Tx,
  context: Context,
  { employeeId, ...wanted }: { employeeId: string } & z.output<typeof contract.body>,
  ifMatch: number | null,
): Promise<void> {
  const administrators = await lockAdministrators(tx, wanted)
  const before = await lockEmployee(tx, employeeId)
  requireVersion(before.version, ifMatch)
  const department = await chooseReference(
    tx,
    'department',
    wanted.departmentId,
    before.department,
    '/body/departmentId',
  )
  const departmentId = department?.id ?? before.department.id
  const after = {
    initials: wanted.initials ?? before.initials,
    name: wanted.name ?? before.name,
    email: wanted.email ?? before.email,
    role: wanted.role ?? before.role,
    language: wanted.language ?? before.language,
    isActive: wanted.isActive ?? before.isActive,
  }
  const { department: left, version: _version, ...was } = before
  const changes = changesBetween(
    { ...was, department: left.name },
    { ...after, department: department?.name ?? left.name },
  )
  if (changes.length === 0 && departmentId === left.id) return
  if (isAdministrator(was) && !isAdministrator(after) && administrators.every((id) => id === employeeId))
    throw new Refusal('last_administrator')
  await refuseTaken(takenEmployeeFields, () =>
    tx.rows(Prisma.sql`
      UPDATE employee SET initials = ${after.initials}, name = ${after.name}, email = ${after.email}, role = ${after.role}, language = ${after.language},
             is_active = ${after.isActive}, department_id = ${departmentId}::uuid, version = version + 1 WHERE id = ${employeeId}::uuid`),
  )
  await appendEvents(tx, context, { kind: 'employee', id: employeeId }, [
    { type: 'employee.changed', name: after.name, changes },
  ])
  if (was.email !== after.email || !after.isActive) await voidSecrets(tx, desk, employeeId, context.now)
  if (was.isActive && !after.isActive) {
    await endSessions(tx, context, desk, { id: employeeId, name: after.name, customerId: null }, 'deactivated')
    await revokeApiTokens(tx, context, employeeId)
  }
}

async function lockEmployee(tx: Tx, id: string): Promise<Row> {
  const [row] = await tx.rows<Row>(Prisma.sql`
    SELECT e.initials, e.name, e.email, e.role, e.language, e.is_active AS "isActive", e.version, json_build_object('id', d.id, 'name', d.name) AS department
      FROM employee e JOIN department d ON d.id = e.department_id WHERE e.id = ${id}::uuid FOR UPDATE OF e`)
  if (row === undefined) throw new Refusal('not_found')
  return row
}

function isAdministrator({ role, isActive }: Pick<Row, 'role' | 'isActive'>): boolean {
  return isActive && role === 'administrator'
}

/**
 * Two administrators who take each other's right away at once take turns here, and the second is refused. Resolves with
 * the active ones, or with none when nothing is to be taken away.
 */
async function lockAdministrators(tx: Tx, { role, isActive }: z.output<typeof contract.body>): Promise<string[]> {
  if (role === undefined && isActive !== false) return []
  const administrators = await tx.rows<{ id: string }>(
    Prisma.sql`SELECT id FROM employee WHERE role = 'administrator' AND is_active ORDER BY id FOR UPDATE`,
  )
  return administrators.map(({ id }) => id)
}
