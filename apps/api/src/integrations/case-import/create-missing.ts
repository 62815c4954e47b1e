import type { EventPayload, SubjectKind } from '@timedesk/contracts/events'
import type { Replay } from '@timedesk/domain/helpdesk/replay-case'
import type { Tx } from '../../platform/db/database.ts'
import { insertRows, type Table } from '../../platform/db/insert-rows.ts'
import { insertEvents, type AboutSubject, type Author } from '../write-histories.ts'
import { importedEmail, type Directory } from './directory.ts'

const INITIALS_LENGTH_MAX = 6

type Making = { now: Date; newId: () => string; actor: Author }

/**
 * Makes the customers, employees, departments and types that histories name and the directory does not know, and
 * resolves with the directory that knows them. The given one stays as it is, so that the transaction may be repeated.
 */
export async function createMissing(
  tx: Tx,
  before: Directory,
  replays: readonly Replay[],
  making: Making,
): Promise<Directory> {
  const { newId, now } = making
  const names = namesIn(replays)
  const missing = {
    customers: lacking(names.customers, before.customers, newId),
    employees: lacking(names.employees, before.employees, newId),
    departments: lacking(names.departments, before.departments, newId),
    types: lacking(names.types, before.types, newId),
  }
  const needsDepartmentRoot = missing.departments.length > 0 || missing.employees.length > 0
  const rootDepartmentId = before.rootDepartmentId ?? (needsDepartmentRoot ? newId() : null)
  const rootTypeId = before.rootTypeId ?? (missing.types.length > 0 ? newId() : null)
  const initials = new Set(before.initials)
  const madeDepartments = [
    ...rootRow(before.rootDepartmentId, rootDepartmentId, before.source),
    ...missing.departments.map((one) => ({ ...one, parentId: rootDepartmentId })),
  ].map((one) => ({ ...one, createdAt: now }))
  const madeTypes = [
    ...rootRow(before.rootTypeId, rootTypeId, before.source),
    ...missing.types.map((one) => ({ ...one, parentId: rootTypeId })),
  ].map((one) => ({ ...one, position: 0 }))

  await insertRows(tx, department, madeDepartments)
  await insertRows(tx, caseType, madeTypes)
  await insertRows(
    tx,
    customer,
    missing.customers.map((one) => ({ ...one, importSource: before.source, importKey: one.name, createdAt: now })),
  )
  const homeId = rootDepartmentId ?? before.defaultDepartment.id
  await insertRows(tx, employee, missing.employees.map(toEmployee(before.source, homeId, initials, now)))
  const made = { ...missing, departments: madeDepartments, types: madeTypes }
  await insertEvents(tx, creationEvents(made, making))
  return {
    ...before,
    rootDepartmentId,
    rootTypeId,
    initials,
    customers: extended(before.customers, missing.customers),
    employees: extended(before.employees, missing.employees),
    departments: extended(before.departments, missing.departments),
    types: extended(before.types, missing.types),
  }
}

type Named = { id: string; name: string }

/** Somebody of the source: known here, but not let in. */
function toEmployee(source: string, departmentId: string, initials: Set<string>, createdAt: Date) {
  return (one: Named) => ({
    ...one,
    initials: takeInitials(one.name, initials),
    email: importedEmail(source, one.name),
    departmentId,
    role: 'agent',
    isActive: false,
    createdAt,
  })
}

type Made = Record<'departments' | 'types' | 'customers' | 'employees', readonly Named[]>

function creationEvents({ departments, types, customers, employees }: Made, { now, newId, actor }: Making) {
  const told = ({ id }: Named, kind: SubjectKind, payload: EventPayload): AboutSubject => {
    const customerId = kind === 'customer' ? id : null
    return { id: newId(), at: now, actor, payload, subject: { kind, id, caseId: null, customerId } }
  }
  return [
    ...departments.map((one) => told(one, 'department', { type: 'department.created', name: one.name })),
    ...types.map((one) => told(one, 'setting', { type: 'setting.created', setting: 'case_type', name: one.name })),
    ...customers.map((one) => told(one, 'customer', { type: 'customer.created', name: one.name })),
    ...employees.map((one) => told(one, 'employee', { type: 'employee.created', name: one.name })),
  ]
}

/** Also those who had a case for a while only: the log's dispatches name them. */
function namesIn(replays: readonly Replay[]) {
  const [customers, employees, departments, types] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ]
  const add = (to: Set<string>, name: string | null | undefined) => {
    if (name !== null && name !== undefined) to.add(name)
  }
  for (const replay of replays) {
    add(customers, replay.case.fields.customer)
    add(types, replay.case.fields.type)
    add(departments, replay.case.department)
    add(employees, replay.case.responsible)
    for (const { actor, payload } of replay.events) {
      if (actor?.kind === 'staff') add(employees, actor.name)
      if (payload.type !== 'case.dispatched') continue
      add(departments, payload.toDepartment)
      add(employees, payload.toResponsible)
    }
  }
  return { customers, employees, departments, types }
}

function lacking(names: ReadonlySet<string>, known: ReadonlyMap<string, string>, newId: () => string): Named[] {
  return [...names].filter((name) => !known.has(name)).map((name) => ({ id: newId(), name }))
}

function rootRow(before: string | null, id: string | null, name: string): (Named & { parentId: null })[] {
  return before === null && id !== null ? [{ id, name, parentId: null }] : []
}

function extended(before: ReadonlyMap<string, string>, made: readonly Named[]): Map<string, string> {
  return new Map([...before, ...made.map(({ id, name }) => [name, id] as const)])
}

/** Short and not taken: `R12` for Resource 12, with a number behind it where that is somebody's already. */
function takeInitials(name: string, taken: Set<string>): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? []
  const short = words.map((word) => (/^\p{N}/u.test(word) ? word : word.slice(0, 1).toUpperCase())).join('')
  const base = short === '' ? 'X' : short.slice(0, INITIALS_LENGTH_MAX)
  let initials = base
  for (let count = 2; taken.has(initials); count += 1) {
    const suffix = String(count)
    initials = base.slice(0, INITIALS_LENGTH_MAX - suffix.length) + suffix
  }
  taken.add(initials)
  return initials
}

const department: Table<Named & { parentId: string | null; createdAt: Date }> = {
  name: 'department',
  columns: { id: 'uuid', name: 'text', parentId: 'uuid', createdAt: 'timestamptz' },
}

const caseType: Table<Named & { parentId: string | null; position: number }> = {
  name: 'case_type',
  columns: { id: 'uuid', name: 'text', parentId: 'uuid', position: 'int' },
}

const customer: Table<Named & { importSource: string; importKey: string; createdAt: Date }> = {
  name: 'customer',
  columns: { id: 'uuid', name: 'text', importSource: 'text', importKey: 'text', createdAt: 'timestamptz' },
}

const employee: Table<ReturnType<ReturnType<typeof toEmployee>>> = {
  name: 'employee',
  columns: {
    id: 'uuid',
    initials: 'text',
    name: 'text',
    email: 'text',
    departmentId: 'uuid',
    role: 'text',
    isActive: 'boolean',
    createdAt: 'timestamptz',
  },
}
