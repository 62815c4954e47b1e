import type { CaseChange } from '@timedesk/contracts/case-changes'
import type { Macro, listMacros } from '@timedesk/contracts/macros'
import { Refusal } from '@timedesk/contracts/refusal'
import type { LocalTexts } from '@timedesk/contracts/texts'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import { findActionNames } from '../automation/describe-action.ts'
import { reference } from '../helpdesk/reference.ts'
import type { StaffActor } from '../platform/context.ts'
import { containing } from '../platform/db/containing.ts'
import { countRows } from '../platform/db/count-rows.ts'
import type { Reader } from '../platform/db/database.ts'
import { bindingOf, withTotal, type Page, type Paging } from '../platform/http/paging.ts'
import { isOffered, isVisible, mayEdit, type Owned } from './text-scope.ts'

/** A macro as it is stored, with the names of whose it is. */
export type MacroRow = Owned & {
  id: string
  name: string
  ownerName: string | null
  departmentName: string | null
  message: 'reply' | 'note' | 'none'
  texts: LocalTexts
  changes: CaseChange[]
  position: number
  isActive: boolean
  version: number
}

const selection = Prisma.sql`SELECT t.id, t.name, t.scope, t.owner_id AS "ownerId", t.department_id AS "departmentId",
    (SELECT name FROM employee WHERE id = t.owner_id) AS "ownerName", (SELECT name FROM department WHERE id = t.department_id) AS "departmentName",
    t.message, t.texts, t.changes, t.position, t.is_active AS "isActive", t.version
  FROM macro t`

/** A page of the macros that the actor may see, by position and name. */
export async function findMacros(
  reader: Reader,
  paging: Paging,
  actor: StaffActor,
  query: z.output<typeof listMacros.query>,
): Promise<Page<Macro>> {
  const binding = bindingOf(`macros for ${actor.id}`, query)
  const after = paging.keyAfter(binding, query)
  const filter = filterOf(actor, query)
  const behind =
    after === null
      ? Prisma.empty
      : Prisma.sql`AND (t.position, t.name, t.id) > (${after[0]}::int, ${after[1]}, ${after[2]}::uuid)`
  const rows = await reader.rows<MacroRow>(
    Prisma.sql`${selection} WHERE ${filter} ${behind} ORDER BY t.position, t.name, t.id LIMIT ${query.limit + 1}`,
  )
  const names = await findActionNames(
    reader,
    rows.flatMap(({ changes }) => changes),
  )
  const present = (row: MacroRow) => presentMacro(row, actor, names)
  const page = paging.cut(binding, query, rows, ({ position, name, id }) => [position, name, id], present)
  return withTotal(page, query, () => countRows(reader, Prisma.sql`FROM macro t WHERE ${filter}`))
}

function filterOf(actor: StaffActor, { search, isActive, scope }: z.output<typeof listMacros.query>): Prisma.Sql {
  const conditions = [isVisible(actor)]
  if (search !== undefined) {
    const pattern = containing(search)
    conditions.push(Prisma.sql`(t.name ILIKE ${pattern} OR t.texts::text ILIKE ${pattern})`)
  }
  if (isActive !== undefined) conditions.push(Prisma.sql`t.is_active = ${isActive}`)
  if (scope !== undefined) conditions.push(Prisma.sql`t.scope = ${scope}`)
  return Prisma.join(conditions, ' AND ')
}

/** A macro that the actor may see; `isLocked` until the transaction ends. Refuses with `not_found`. */
export async function findMacroRow(
  reader: Reader,
  actor: StaffActor,
  id: string,
  { isLocked = false }: { isLocked?: boolean } = {},
): Promise<MacroRow> {
  const lock = isLocked ? Prisma.sql`FOR UPDATE OF t` : Prisma.empty
  return requireRow(
    await reader.rows<MacroRow>(Prisma.sql`${selection} WHERE t.id = ${id}::uuid AND ${isVisible(actor)} ${lock}`),
  )
}

/** A macro that the actor may run. Refuses with `not_found`. */
export async function findOfferedMacro(reader: Reader, actor: StaffActor, id: string): Promise<MacroRow> {
  return requireRow(
    await reader.rows<MacroRow>(
      Prisma.sql`${selection} WHERE t.id = ${id}::uuid AND t.is_active AND ${isOffered(actor)}`,
    ),
  )
}

function requireRow([row]: MacroRow[]): MacroRow {
  if (row === undefined) throw new Refusal('not_found')
  return row
}

/** One macro as the contract shows it to the actor. Refuses with `not_found`. */
export async function findMacro(reader: Reader, actor: StaffActor, id: string): Promise<Macro> {
  const row = await findMacroRow(reader, actor, id)
  return presentMacro(row, actor, await findActionNames(reader, row.changes))
}

/** Of all the names, those that the macro's own changes speak of. */
function presentMacro(row: MacroRow, actor: StaffActor, names: Macro['names']): Macro {
  const { ownerId, ownerName, departmentId, departmentName, message, texts, ...shown } = row
  const spoken = JSON.stringify(row.changes)
  return {
    ...shown,
    message: message === 'none' ? null : { kind: message, texts },
    names: names.filter(({ id }) => spoken.includes(id)),
    owner: reference(ownerId, ownerName),
    department: reference(departmentId, departmentName),
    can: { edit: mayEdit(actor, row) },
  }
}
