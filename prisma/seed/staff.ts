import { idOf } from './make-id.ts'
import type { DemoDepartment, DemoEmployee, Language } from './shape.ts'

const FOUNDED = new Date('2019-03-01T08:00:00Z')

const departmentNames = {
  fjordbyte: ['Fjordbyte', null],
  support: ['Support', 'fjordbyte'],
  firstLine: ['First line', 'support'],
  secondLine: ['Second line', 'support'],
  development: ['Development', 'fjordbyte'],
  ledgerTeam: ['Ledger team', 'development'],
  webTeam: ['Web team', 'development'],
  operations: ['Operations', 'fjordbyte'],
  hosting: ['Hosting', 'operations'],
  administration: ['Administration', 'fjordbyte'],
} as const
export type DepartmentKey = keyof typeof departmentNames
export const departmentId = (key: DepartmentKey) => idOf(`department ${key}`)

export const departments: DemoDepartment[] = Object.entries(departmentNames).map(([key, [name, parent]]) => ({
  id: departmentId(key as DepartmentKey),
  name,
  parentId: parent === null ? null : departmentId(parent),
  createdAt: FOUNDED,
}))

type EmployeeRow = [name: string, department: DepartmentKey, role: DemoEmployee['role'], language: Language]
const people = {
  mette: ['Mette Holm', 'firstLine', 'agent', 'en'],
  sofie: ['Sofie Kragh', 'firstLine', 'agent', 'da'],
  jonas: ['Jonas Lindqvist', 'secondLine', 'lead', 'en'],
  emil: ['Emil Thorsen', 'secondLine', 'agent', 'da'],
  laura: ['Laura Vinther', 'ledgerTeam', 'agent', 'en'],
  rasmus: ['Rasmus Toft', 'webTeam', 'agent', 'en'],
  nikolaj: ['Nikolaj Friis', 'hosting', 'agent', 'en'],
  karen: ['Karen Bruun', 'administration', 'finance', 'en'],
  henrik: ['Henrik Dahl', 'fjordbyte', 'manager', 'en'],
  admin: ['Astrid Nygaard', 'hosting', 'administrator', 'en'],
} as const satisfies Record<string, EmployeeRow>
export type EmployeeKey = keyof typeof people
export const employeeId = (key: EmployeeKey) => idOf(`employee ${key}`)

export const employees: DemoEmployee[] = Object.entries<EmployeeRow>(people).map(([key, row]) => ({
  id: employeeId(key as EmployeeKey),
  initials: row[0]
    .split(' ')
    .map((part) => part.charAt(0))
    .join(''),
  name: row[0],
  email: `${key}@fjordbyte.example`,
  departmentId: departmentId(row[1]),
  role: row[2],
  language: row[3],
  createdAt: FOUNDED,
}))

export const departmentOf = (key: EmployeeKey): DepartmentKey => people[key][1]
export const nameOf = (key: EmployeeKey): string => people[key][0]
/** First name, as one signs a reply. */
export const firstNameOf = (name: string): string => name.split(' ')[0] ?? name

/** Who takes the cases of a queue; somebody who stands twice takes twice as many. */
export const takers: Partial<Record<DepartmentKey, readonly EmployeeKey[]>> = {
  firstLine: ['mette', 'mette', 'sofie', 'sofie', 'sofie'],
  secondLine: ['emil', 'emil', 'jonas'],
  ledgerTeam: ['laura'],
  webTeam: ['rasmus'],
  hosting: ['nikolaj', 'nikolaj', 'nikolaj', 'admin'],
  administration: ['karen'],
}
