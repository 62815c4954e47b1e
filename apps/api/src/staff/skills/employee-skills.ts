import type { EmployeeSkill } from '@timedesk/contracts/skills'
import { Prisma } from '@timedesk/prisma/client'
import type { Tx } from '../../platform/db/database.ts'
import { refusedReference } from '../../platform/http/refused-reference.ts'

type Wanted = readonly { skillId: string; level: number }[]

/** The skills of employee `e`, by name, as JSON. */
export const skillsOfEmployee = Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'level', k.level) ORDER BY s.name), '[]')
  FROM employee_skill k JOIN skill s ON s.id = k.skill_id WHERE k.employee_id = e.id)`

/**
 * What an employee is to know, by name; a skill that is named twice has its last level. Refuses with
 * `reference_refused` what does not exist, or is not active and was not known before.
 */
export async function chooseSkills(tx: Tx, wanted: Wanted, known: readonly EmployeeSkill[]): Promise<EmployeeSkill[]> {
  if (wanted.length === 0) return []
  const found = await tx.rows<{ id: string; name: string; isActive: boolean }>(Prisma.sql`
    SELECT id, name, is_active AS "isActive" FROM skill WHERE id = ANY(${wanted.map(({ skillId }) => skillId)}::uuid[]) ORDER BY name FOR SHARE`)
  const levels = new Map(wanted.map(({ skillId, level }) => [skillId, level]))
  for (const [place, { skillId }] of wanted.entries()) {
    const skill = found.find(({ id }) => id === skillId)
    if (skill?.isActive === true || known.some(({ id }) => id === skill?.id)) continue
    throw refusedReference(`/body/skills/${String(place)}/skillId`, 'The skill does not exist or is not active.')
  }
  return found.map(({ id, name }) => ({ id, name, level: levels.get(id) ?? 1 }))
}

/** Puts skills in the place of what was known before. */
export async function storeSkills(tx: Tx, employeeId: string, skills: readonly EmployeeSkill[]): Promise<void> {
  await tx.rows(Prisma.sql`DELETE FROM employee_skill WHERE employee_id = ${employeeId}::uuid`)
  if (skills.length === 0) return
  await tx.rows(Prisma.sql`INSERT INTO employee_skill (employee_id, skill_id, level)
    SELECT ${employeeId}::uuid, g.id, g.level FROM unnest(${skills.map(({ id }) => id)}::uuid[], ${skills.map(({ level }) => level)}::int[]) AS g (id, level)`)
}

/** In words that read alone, for the log. */
export function skillTexts(skills: readonly EmployeeSkill[]): string[] | null {
  return skills.length === 0 ? null : skills.map(({ name, level }) => `${name} ${String(level)}`)
}
