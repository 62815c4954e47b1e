import { Refusal } from '@timedesk/contracts/refusal'
import type { Skill } from '@timedesk/contracts/skills'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader, Tx } from '../../platform/db/database.ts'

/** How many skills there may be; all of them are one answer. */
export const SKILLS_MAX = 200

const selection = Prisma.sql`SELECT s.id, s.name, s.is_active AS "isActive", s.version,
  (SELECT count(*)::int FROM employee_skill k JOIN employee e ON e.id = k.employee_id WHERE k.skill_id = s.id AND e.is_active) AS people
  FROM skill s`

/** Skills by name; all of them unless active or inactive ones are asked for. */
export async function findSkills(reader: Reader, isActive: boolean | undefined): Promise<Skill[]> {
  const wanted = isActive === undefined ? Prisma.empty : Prisma.sql`WHERE s.is_active = ${isActive}`
  return reader.rows<Skill>(Prisma.sql`${selection} ${wanted} ORDER BY s.name, s.id LIMIT ${SKILLS_MAX}`)
}

/** One skill. Refuses with `not_found`. */
export async function findSkill(reader: Reader, id: string): Promise<Skill> {
  const [row] = await reader.rows<Skill>(Prisma.sql`${selection} WHERE s.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  return row
}

/** One skill, held for a change. Refuses with `not_found`. */
export async function lockSkill(tx: Tx, id: string): Promise<Skill> {
  const [row] = await tx.rows<Skill>(Prisma.sql`${selection} WHERE s.id = ${id}::uuid FOR NO KEY UPDATE OF s`)
  if (row === undefined) throw new Refusal('not_found')
  return row
}
