import type { updateProject as contract } from '@timedesk/contracts/projects'
import { Refusal } from '@timedesk/contracts/refusal'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { chooseReference } from '../platform/db/references.ts'
import { appendEvents } from '../platform/events/append-events.ts'
import { changesBetween } from '../platform/events/changes.ts'
import { requireVersion } from '../platform/http/etags.ts'
import { requireOrder } from './create-project.ts'

type Row = {
  name: string
  description: string
  startsOn: string | null
  endsOn: string | null
  isActive: boolean
  owner: { id: string; name: string } | null
  customerId: string
  version: number
}

/** Changes or deactivates a project. Refuses a stale version, an inactive owner, and an end before the start. */
export async function updateProject(
  tx: Tx,
  context: Context,
  { projectId, ...wanted }: { projectId: string } & z.output<typeof contract.body>,
  ifMatch: number | null,
): Promise<void> {
  const { customerId, version, owner: owned, ...before } = await lockProject(tx, projectId)
  requireVersion(version, ifMatch)
  const owner = await chooseReference(tx, 'employee', wanted.ownerId, owned, '/body/ownerId')
  const after = {
    name: wanted.name ?? before.name,
    description: wanted.description ?? before.description,
    startsOn: wanted.startsOn === undefined ? before.startsOn : wanted.startsOn,
    endsOn: wanted.endsOn === undefined ? before.endsOn : wanted.endsOn,
    isActive: wanted.isActive ?? before.isActive,
  }
  requireOrder(after.startsOn, after.endsOn)
  const changes = changesBetween({ ...before, owner: owned?.name ?? null }, { ...after, owner: owner?.name ?? null })
  if (changes.length === 0 && owner?.id === owned?.id) return
  await tx.rows(Prisma.sql`
    UPDATE project SET name = ${after.name}, description = ${after.description}, owner_id = ${owner?.id ?? null}::uuid,
           starts_on = ${after.startsOn}::date, ends_on = ${after.endsOn}::date, is_active = ${after.isActive}, version = version + 1
     WHERE id = ${projectId}::uuid`)
  await appendEvents(tx, context, { kind: 'project', id: projectId, customerId }, [
    { type: 'project.changed', name: after.name, changes },
  ])
}

async function lockProject(tx: Tx, id: string): Promise<Row> {
  const [row] = await tx.rows<Row>(Prisma.sql`
    SELECT p.name, p.description, p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn", p.is_active AS "isActive",
           p.customer_id AS "customerId", p.version,
           CASE WHEN o.id IS NULL THEN NULL ELSE json_build_object('id', o.id, 'name', o.name) END AS owner
      FROM project p LEFT JOIN employee o ON o.id = p.owner_id WHERE p.id = ${id}::uuid FOR UPDATE OF p`)
  if (row === undefined) throw new Refusal('not_found')
  return row
}
