import { Refusal } from '@timedesk/contracts/refusal'
import type { updateDepartment as contract } from '@timedesk/contracts/staff'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { chooseReference } from '../platform/db/references.ts'
import { refuseTaken } from '../platform/db/refuse-taken.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { takenDepartmentFields } from './create-department.ts'

/**
 * Renames, moves or deactivates a department.
 * Refuses a stale version, a place below itself, and to deactivate one that has active people or cases, or that takes
 * the cases no rule sends elsewhere.
 */
export async function updateDepartment(
  tx: Tx,
  context: Context,
  { departmentId, ...wanted }: { departmentId: string } & z.output<typeof contract.body>,
  ifMatch: number | null,
): Promise<void> {
  // Two moves at once could hang two branches below each other, so moves take turns.
  if (wanted.parentId !== undefined)
    await tx.rows(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('department tree'))`)
  await tx.rows(Prisma.sql`SELECT 1 FROM department WHERE id = ${departmentId}::uuid FOR UPDATE`)
  const before = await tx.department.findUnique({ where: { id: departmentId }, include: { parent: true } })
  if (before === null) throw new Refusal('not_found')
  requireVersion(before.version, ifMatch)
  const parent = await parentOf(tx, departmentId, wanted.parentId, before.parent)
  if (wanted.isActive === false && before.isActive) await refuseWhileUsed(tx, departmentId)

  const after = {
    name: wanted.name ?? before.name,
    isActive: wanted.isActive ?? before.isActive,
    parent: parent?.name ?? null,
  }
  const changes = changesBetween(
    { name: before.name, isActive: before.isActive, parent: before.parent?.name ?? null },
    after,
  )
  if (changes.length === 0 && before.parentId === (parent?.id ?? null)) return
  await refuseTaken(takenDepartmentFields, () =>
    tx.rows(Prisma.sql`
      UPDATE department SET name = ${after.name}, is_active = ${after.isActive}, parent_id = ${parent?.id ?? null}::uuid, version = version + 1
       WHERE id = ${departmentId}::uuid`),
  )
  await appendEvents(tx, context, { kind: 'department', id: departmentId }, [
    { type: 'department.changed', name: after.name, changes },
  ])
}

async function parentOf(
  tx: Tx,
  id: string,
  wanted: string | null | undefined,
  current: { id: string; name: string } | null,
) {
  if (wanted === undefined) return current
  if (wanted === null) return null
  const [row] = await tx.rows<{ isBelow: boolean }>(Prisma.sql`
    WITH RECURSIVE above AS (
      SELECT id, parent_id FROM department WHERE id = ${wanted}::uuid
      UNION SELECT d.id, d.parent_id FROM department d JOIN above a ON d.id = a.parent_id)
    SELECT EXISTS (SELECT 1 FROM above WHERE id = ${id}::uuid) AS "isBelow"`)
  if (row?.isBelow === true) throw new Refusal('tree_cycle')
  return chooseReference(tx, 'department', wanted, current, '/body/parentId')
}

async function refuseWhileUsed(tx: Tx, id: string): Promise<void> {
  const people = await tx.employee.count({ where: { departmentId: id, isActive: true } })
  const cases = await tx.supportCase.count({
    where: { departmentId: id, category: { in: ['new', 'open', 'waiting_customer', 'waiting_third_party'] } },
  })
  const children = await tx.department.count({ where: { parentId: id, isActive: true } })
  if ((await tx.company.count({ where: { defaultDepartmentId: id } })) > 0)
    throw new Refusal('still_in_use', { detail: 'It takes the cases that no rule sends elsewhere.' })
  if (people + cases + children > 0) {
    throw new Refusal('still_in_use', {
      detail: `${String(people)} people, ${String(cases)} active cases and ${String(children)} departments belong to it.`,
    })
  }
}
