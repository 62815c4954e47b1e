import { Refusal } from '@timedesk/contracts/refusal'
import type { updateSkill as contract } from '@timedesk/contracts/skills'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { refuseTaken } from '../../platform/db/refuse-taken.ts'
import { appendEvents } from '../../platform/events/append-events.ts'
import { changesBetween } from '../../platform/events/changes.ts'
import { requireVersion } from '../../platform/http/etags.ts'
import { takenSkillFields } from './create-skill.ts'
import { lockSkill } from './find-skills.ts'

/**
 * Changes or deactivates a skill; who has it keeps it. Refuses a stale version, a name that is taken, and with
 * `still_in_use` to deactivate what an active dispatch rule asks for.
 */
export async function updateSkill(
  tx: Tx,
  context: Context,
  { skillId, ...wanted }: { skillId: string } & z.output<typeof contract.body>,
  ifMatch: number | null,
): Promise<void> {
  const before = await lockSkill(tx, skillId)
  requireVersion(before.version, ifMatch)
  const after = { name: wanted.name ?? before.name, isActive: wanted.isActive ?? before.isActive }
  const changes = changesBetween({ name: before.name, isActive: before.isActive }, after)
  if (changes.length === 0) return
  if (before.isActive && !after.isActive) await refuseWhileAskedFor(tx, skillId)
  await refuseTaken(takenSkillFields, () =>
    tx.rows(
      Prisma.sql`UPDATE skill SET name = ${after.name}, is_active = ${after.isActive}, version = version + 1 WHERE id = ${skillId}::uuid`,
    ),
  )
  await appendEvents(tx, context, { kind: 'setting', id: skillId }, [
    { type: 'setting.changed', setting: 'skill', name: after.name, changes },
  ])
}

async function refuseWhileAskedFor(tx: Tx, skillId: string): Promise<void> {
  const [rule] = await tx.rows<{ name: string }>(Prisma.sql`
    SELECT name FROM dispatch_rule WHERE is_active AND target -> 'skillIds' ? ${skillId} ORDER BY position LIMIT 1`)
  if (rule !== undefined)
    throw new Refusal('still_in_use', { detail: `The dispatch rule “${rule.name}” asks for this skill.` })
}
