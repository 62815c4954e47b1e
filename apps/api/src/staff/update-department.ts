import { Refusal } from '@timedesk/contracts/refusal'
import type { updateDepartment as contract } from '@timedesk/contracts/staff'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'

/**
 * Renames, moves or deactivates a department.
 * Refuses a stale version, a place below itself, and to deactivate one that has active people or cases.
 */
export async function updateDepartment(
  tx: Tx,
  context: Context,
  { departmentId, ...wanted }: { departmentId: string } & z.output<typeof contract.body>,
  ifMatch: number | null,
): Promise<void> {
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
  if (changes.length === 0) return
  await tx.department.update({
    where: { id: departmentId },
    data: { name: after.name, isActive: after.isActive, parentId: parent?.id ?? null, version: { increment: 1 } },
  })
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
  const parent = await tx.department.findUnique({ where: { id: wanted } })
  if (parent?.isActive !== true)
    throw new Refusal('reference_refused', { detail: 'The department above does not exist or is not active.' })
  return parent
}

async function refuseWhileUsed(tx: Tx, id: string): Promise<void> {
  const people = await tx.employee.count({ where: { departmentId: id, isActive: true } })
  const cases = await tx.supportCase.count({
    where: { departmentId: id, category: { in: ['new', 'open', 'waiting_customer', 'waiting_third_party'] } },
  })
  const children = await tx.department.count({ where: { parentId: id, isActive: true } })
  if (people + cases + children > 0) {
    throw new Refusal('still_in_use', {
      detail: `${String(people)} people, ${String(cases)} active cases and ${String(children)} departments belong to it.`,
    })
  }
}
