import type { createEmployee as contract } from '@timedesk/contracts/staff'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { requireActive } from '../platform/db/references.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { inviteEmployee } from './invite-employee.ts'
import { chooseSkills, storeSkills } from './skills/employee-skills.ts'

/** The unique rules of an employee, and the fields they are about. */
export const takenEmployeeFields = {
  employee_email_key: '/body/email',
  employee_initials_key: '/body/initials',
} as const

/**
 * Creates an account without a password and mails the invitation to choose one.
 * Refuses initials and addresses that are taken, and a department, price class or skill that is not active.
 */
export async function createEmployee(
  tx: Tx,
  context: Context,
  wanted: z.output<typeof contract.body>,
  publicUrl: string,
): Promise<string> {
  const { initials, name, email, role, departmentId, language, priceClassId, workingMinutes } = wanted
  const id = context.newId()
  await requireActive(tx, 'department', departmentId, '/body/departmentId')
  if (priceClassId !== null) await requireActive(tx, 'price_class', priceClassId, '/body/priceClassId')
  const skills = await chooseSkills(tx, wanted.skills, [])
  await refuseTaken(takenEmployeeFields, () =>
    tx.rows(Prisma.sql`
      INSERT INTO employee (id, initials, name, email, role, department_id, language, price_class_id, working_minutes, created_at)
      VALUES (${id}::uuid, ${initials}, ${name}, ${email}, ${role}, ${departmentId}::uuid, ${language}, ${priceClassId}::uuid,
              ${workingMinutes === undefined ? Prisma.sql`DEFAULT` : Prisma.sql`${workingMinutes}::int[]`}, ${context.now})`),
  )
  await storeSkills(tx, id, skills)
  await appendEvents(tx, context, { kind: 'employee', id }, [{ type: 'employee.created', name }])
  await inviteEmployee(tx, context, id, publicUrl)
  return id
}
