import { Refusal } from '@timedesk/contracts/refusal'
import type { EmployeeSkill } from '@timedesk/contracts/skills'
import type { updateEmployee as contract } from '@timedesk/contracts/staff'
import { formatMinutes } from '@timedesk/domain/time/format-minutes'
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
import { chooseSkills, skillsOfEmployee, skillTexts, storeSkills } from './skills/employee-skills.ts'

type Row = {
  initials: string
  name: string
  email: string
  role: string
  language: string
  isActive: boolean
  /** Minutes to work, Monday first. */
  workingMinutes: number[]
  skills: EmployeeSkill[]
  department: { id: string; name: string }
  priceClass: { id: string; name: string } | null
  version: number
}

type Wanted = z.output<typeof contract.body>

/**
 * Changes or deactivates an employee. Deactivating ends sessions, tokens and open invitations at once; a new address
 * makes links that went to the old one worthless. Refuses a stale version, taken values, a department, price class or
 * skill that is not active, and to leave the company without an active administrator.
 */
export async function updateEmployee(
  tx: Tx,
  context: Context,
  { employeeId, ...wanted }: { employeeId: string } & Wanted,
  ifMatch: number | null,
): Promise<void> {
  const administrators = await lockAdministrators(tx, wanted)
  const before = await lockEmployee(tx, employeeId)
  requireVersion(before.version, ifMatch)
  const after = await rowAfter(tx, before, wanted)
  const changes = changesBetween(shownOf(before), shownOf(after))
  if (changes.length === 0 && isSamePlace(before, after)) return
  if (isAdministrator(before) && !isAdministrator(after) && administrators.every((id) => id === employeeId))
    throw new Refusal('last_administrator')
  await refuseTaken(takenEmployeeFields, () =>
    tx.rows(Prisma.sql`
      UPDATE employee SET initials = ${after.initials}, name = ${after.name}, email = ${after.email}, role = ${after.role}, language = ${after.language},
             is_active = ${after.isActive}, department_id = ${after.department.id}::uuid, price_class_id = ${after.priceClass?.id ?? null}::uuid,
             working_minutes = ${after.workingMinutes}::int[], version = version + 1 WHERE id = ${employeeId}::uuid`),
  )
  if (wanted.skills !== undefined) await storeSkills(tx, employeeId, after.skills)
  await appendEvents(tx, context, { kind: 'employee', id: employeeId }, [
    { type: 'employee.changed', name: after.name, changes },
  ])
  if (before.email !== after.email || !after.isActive) await voidSecrets(tx, desk, employeeId, context.now)
  if (before.isActive && !after.isActive) {
    await endSessions(tx, context, desk, { id: employeeId, name: after.name, customerId: null }, 'deactivated')
    await revokeApiTokens(tx, context, employeeId)
  }
}

async function rowAfter(tx: Tx, before: Row, wanted: Wanted): Promise<Row> {
  const { department, priceClass } = before
  const wantedDepartment = wanted.departmentId
  return {
    ...before,
    initials: wanted.initials ?? before.initials,
    name: wanted.name ?? before.name,
    email: wanted.email ?? before.email,
    role: wanted.role ?? before.role,
    language: wanted.language ?? before.language,
    isActive: wanted.isActive ?? before.isActive,
    workingMinutes: wanted.workingMinutes ?? before.workingMinutes,
    skills: wanted.skills === undefined ? before.skills : await chooseSkills(tx, wanted.skills, before.skills),
    department:
      (await chooseReference(tx, 'department', wantedDepartment, department, '/body/departmentId')) ?? department,
    priceClass: await chooseReference(tx, 'price_class', wanted.priceClassId, priceClass, '/body/priceClassId'),
  }
}

function shownOf({ version: _version, department, priceClass, workingMinutes, skills, ...row }: Row) {
  return {
    ...row,
    department: department.name,
    priceClass: priceClass?.name ?? null,
    workingMinutes: workingMinutes.map(formatMinutes),
    skills: skillTexts(skills),
  }
}

/** Two departments may bear one name, so it is their ids that tell. */
function isSamePlace(before: Row, after: Row): boolean {
  return before.department.id === after.department.id && before.priceClass?.id === after.priceClass?.id
}

async function lockEmployee(tx: Tx, id: string): Promise<Row> {
  const [row] = await tx.rows<Row>(Prisma.sql`
    SELECT e.initials, e.name, e.email, e.role, e.language, e.is_active AS "isActive", e.version,
           e.working_minutes AS "workingMinutes", ${skillsOfEmployee} AS skills, json_build_object('id', d.id, 'name', d.name) AS department,
           CASE WHEN p.id IS NULL THEN NULL ELSE json_build_object('id', p.id, 'name', p.name) END AS "priceClass"
      FROM employee e JOIN department d ON d.id = e.department_id LEFT JOIN price_class p ON p.id = e.price_class_id WHERE e.id = ${id}::uuid FOR UPDATE OF e`)
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
async function lockAdministrators(tx: Tx, { role, isActive }: Wanted): Promise<string[]> {
  if (role === undefined && isActive !== false) return []
  const administrators = await tx.rows<{ id: string }>(
    Prisma.sql`SELECT id FROM employee WHERE role = 'administrator' AND is_active ORDER BY id FOR UPDATE`,
  )
  return administrators.map(({ id }) => id)
}
