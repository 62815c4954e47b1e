import type { CannedText, listCannedTexts } from '@timedesk/contracts/canned-texts'
import { Refusal } from '@timedesk/contracts/refusal'
import type { LocalTexts } from '@timedesk/contracts/texts'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { reference } from '../helpdesk/reference.ts'
import type { StaffActor } from '../platform/context.ts'
import { containing } from '../platform/db/containing.ts'
import { countRows } from '../platform/db/count-rows.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../platform/http/paging.ts'
import { isVisible, mayEdit, type Owned } from './text-scope.ts'

/** A canned text as it is stored, with the names of whose it is. */
export type CannedTextRow = Owned & {
  id: string
  name: string
  shortcut: string
  ownerName: string | null
  departmentName: string | null
  texts: LocalTexts
  isActive: boolean
  version: number
}

const selection = Prisma.sql`SELECT t.id, t.name, t.shortcut, t.scope, t.owner_id AS "ownerId", t.department_id AS "departmentId",
    (SELECT name FROM employee WHERE id = t.owner_id) AS "ownerName", (SELECT name FROM department WHERE id = t.department_id) AS "departmentName",
    t.texts, t.is_active AS "isActive", t.version
  FROM canned_text t`

/** A page of the canned texts that the actor may see, by name. */
export async function findCannedTexts(
  reader: Reader,
  paging: Paging,
  actor: StaffActor,
  query: z.output<typeof listCannedTexts.query>,
): Promise<Page<CannedText>> {
  const binding = bindingOf(`canned texts for ${actor.id}`, query)
  const after = paging.keyAfter(binding, query)
  const filter = filterOf(actor, query)
  const behind = after === null ? Prisma.empty : Prisma.sql`AND (t.name, t.id) > (${after[0]}, ${after[1]}::uuid)`
  const rows = await reader.rows<CannedTextRow>(
    Prisma.sql`${selection} WHERE ${filter} ${behind} ORDER BY t.name, t.id LIMIT ${query.limit + 1}`,
  )
  const page = paging.cut(
    binding,
    query,
    rows,
    ({ name, id }) => [name, id],
    (row) => presentCannedText(row, actor),
  )
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM canned_text t WHERE ${filter}`))
}

function filterOf(actor: StaffActor, { search, isActive, scope }: z.output<typeof listCannedTexts.query>): Prisma.Sql {
  const conditions = [isVisible(actor)]
  if (search !== undefined) {
    const pattern = containing(search)
    conditions.push(
      Prisma.sql`(t.name ILIKE ${pattern} OR t.shortcut ILIKE ${pattern} OR t.texts::text ILIKE ${pattern})`,
    )
  }
  if (isActive !== undefined) conditions.push(Prisma.sql`t.is_active = ${isActive}`)
  if (scope !== undefined) conditions.push(Prisma.sql`t.scope = ${scope}`)
  return Prisma.join(conditions, ' AND ')
}

/** A canned text that the actor may see; `locked` until the transaction ends. Refuses with `not_found`. */
export async function findCannedText(
  reader: Reader,
  actor: StaffActor,
  id: string,
  { isLocked = false }: { isLocked?: boolean } = {},
): Promise<CannedTextRow> {
  const lock = isLocked ? Prisma.sql`FOR UPDATE OF t` : Prisma.empty
  const [row] = await reader.rows<CannedTextRow>(
    Prisma.sql`${selection} WHERE t.id = ${id}::uuid AND ${isVisible(actor)} ${lock}`,
  )
  if (row === undefined) throw new Refusal('not_found')
  return row
}

/** As the contract shows it to the actor. */
export function presentCannedText(row: CannedTextRow, actor: StaffActor): CannedText {
  const { ownerId, ownerName, departmentId, departmentName, ...shown } = row
  return {
    ...shown,
    owner: reference(ownerId, ownerName),
    department: reference(departmentId, departmentName),
    can: { edit: mayEdit(actor, row) },
  }
}
