import { createHash } from 'node:crypto'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'

const LOCAL_PART_LENGTH = 24

/** What the rows of an import name, found in the database. */
export type Directory = {
  source: string
  /** Below these hang the departments and the types that the import makes; null until it made some. */
  rootDepartmentId: string | null
  rootTypeId: string | null
  defaultDepartment: { id: string; name: string }
  defaultPriorityId: string
  priorities: ReadonlyMap<string, string>
  customers: Map<string, string>
  employees: Map<string, string>
  departments: Map<string, string>
  types: Map<string, string>
  initials: Set<string>
  /** By customer and then by name or address. */
  contacts: ReadonlyMap<string, ReadonlyMap<string, string>>
}

type Named = { id: string; name: string }
type Placed = Named & { parentId: string | null }

/**
 * Reads everything that a row may name. What an earlier import of the same source made comes first; beside it counts
 * what has exactly that name, unless several have.
 */
export async function readDirectory(reader: Reader, source: string): Promise<Directory> {
  const departments = await reader.rows<Placed>(
    Prisma.sql`SELECT id, name, parent_id AS "parentId" FROM department ORDER BY id`,
  )
  const types = await reader.rows<Placed>(
    Prisma.sql`SELECT id, name, parent_id AS "parentId" FROM case_type ORDER BY id`,
  )
  const customers = await reader.rows<Named & { importKey: string | null }>(Prisma.sql`SELECT id, name,
      CASE WHEN import_source = ${source} THEN import_key END AS "importKey" FROM customer ORDER BY id`)
  const employees = await reader.rows<Named & { email: string; initials: string }>(
    Prisma.sql`SELECT id, name, email, initials FROM employee ORDER BY id`,
  )
  const priorities = await reader.rows<Named & { isDefault: boolean }>(
    Prisma.sql`SELECT id, name, is_default AS "isDefault" FROM priority WHERE is_active ORDER BY is_default DESC, level`,
  )
  const [company] = await reader.rows<Named>(
    Prisma.sql`SELECT d.id, d.name FROM company c JOIN department d ON d.id = c.default_department_id`,
  )
  const [priority] = priorities
  if (company === undefined || priority === undefined) throw new Error('The company lacks a department or a priority')
  const rootDepartmentId = rootOf(departments, source)
  const rootTypeId = rootOf(types, source)
  return {
    source,
    rootDepartmentId,
    rootTypeId,
    defaultDepartment: company,
    defaultPriorityId: priority.id,
    priorities: new Map(priorities.map(({ id, name }) => [name, id])),
    customers: preferring(customers, ({ importKey }) => importKey),
    employees: preferring(employees, ({ email, name }) => (email === importedEmail(source, name) ? name : null)),
    departments: preferring(departments, ({ parentId, name }) => (isBelow(parentId, rootDepartmentId) ? name : null)),
    types: preferring(types, ({ parentId, name }) => (isBelow(parentId, rootTypeId) ? name : null)),
    initials: new Set(employees.map(({ initials }) => initials)),
    contacts: await readContacts(reader),
  }
}

/** The address that stands for somebody who is known by a name only; mail never leaves for it (RFC 2606). */
export function importedEmail(source: string, name: string): string {
  const local = createHash('sha256').update(name).digest('hex').slice(0, LOCAL_PART_LENGTH)
  return `${local}@${source}.invalid`
}

async function readContacts(reader: Reader): Promise<Map<string, Map<string, string>>> {
  const rows = await reader.rows<Named & { email: string; customerId: string }>(
    Prisma.sql`SELECT id, name, email, customer_id AS "customerId" FROM contact ORDER BY id DESC`,
  )
  const contacts = new Map<string, Map<string, string>>()
  for (const { id, name, email, customerId } of rows) {
    const known = contacts.get(customerId) ?? new Map<string, string>()
    contacts.set(customerId, known.set(name, id).set(email, id))
  }
  return contacts
}

function rootOf(tree: readonly Placed[], name: string): string | null {
  return tree.find((node) => node.parentId === null && node.name === name)?.id ?? null
}

function isBelow(parentId: string | null, rootId: string | null): boolean {
  return rootId !== null && parentId === rootId
}

function preferring<Row extends Named>(rows: readonly Row[], keyOf: (row: Row) => string | null): Map<string, string> {
  const counts = new Map<string, number>()
  for (const { name } of rows) counts.set(name, (counts.get(name) ?? 0) + 1)
  const found = new Map<string, string>()
  for (const { id, name } of rows) if (counts.get(name) === 1) found.set(name, id)
  for (const row of rows) {
    const key = keyOf(row)
    if (key !== null) found.set(key, row.id)
  }
  return found
}
