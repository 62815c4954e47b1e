import { Refusal } from '@timedesk/contracts/refusal'
import type { createSkill as contract } from '@timedesk/contracts/skills'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { refuseTaken } from '../../platform/db/refuse-taken.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { SKILLS_MAX } from './find-skills.ts'

/** The unique rule of a skill. */
export const takenSkillFields = { skill_name_key: '/body/name' } as const

/** Creates a skill that nobody has yet. Refuses a name that is taken, and more skills than one answer holds. */
export async function createSkill(tx: Tx, context: Context, { name }: z.output<typeof contract.body>): Promise<string> {
  const id = context.newId()
  if ((await tx.skill.count()) >= SKILLS_MAX)
    throw new Refusal('conflict', { detail: `There may be ${String(SKILLS_MAX)} skills at most.` })
  await refuseTaken(takenSkillFields, () =>
    tx.rows(Prisma.sql`INSERT INTO skill (id, name) VALUES (${id}::uuid, ${name})`),
  )
  await appendEvents(tx, context, { kind: 'setting', id }, [{ type: 'setting.created', setting: 'skill', name }])
  return id
}
