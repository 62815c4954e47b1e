import { idOf } from './make-id.ts'
import { priceClassId } from './price-classes.ts'
import type { PriceClassKey } from './price-classes.ts'
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

type EmployeeRow = [
  name: string,
  department: DepartmentKey,
  role: DemoEmployee['role'],
  language: Language,
  priceClass: PriceClassKey,
]
const people = {
  mette: ['Mette Holm', 'firstLine', 'agent', 'en', 'junior'],
  sofie: ['Sofie Kragh', 'firstLine', 'agent', 'da', 'junior'],
  jonas: ['Jonas Lindqvist', 'secondLine', 'lead', 'en', 'senior'],
  emil: ['Emil Thorsen', 'secondLine', 'agent', 'da', 'consultant'],
  laura: ['Laura Vinther', 'ledgerTeam', 'agent', 'en', 'senior'],
  rasmus: ['Rasmus Toft', 'webTeam', 'agent', 'en', 'consultant'],
  nikolaj: ['Nikolaj Friis', 'hosting', 'agent', 'en', 'consultant'],
  karen: ['Karen Bruun', 'administration', 'finance', 'en', 'consultant'],
  henrik: ['Henrik Dahl', 'fjordbyte', 'manager', 'en', 'senior'],
  admin: ['Astrid Nygaard', 'hosting', 'administrator', 'en', 'senior'],
} as const satisfies Record<string, EmployeeRow>
/** Minutes of a day, Monday to Sunday. */
const FULL_TIME = [444, 444, 444, 444, 444, 0, 0]
const partTime: Partial<Record<EmployeeKey, number[]>> = { sofie: [360, 360, 360, 360, 360, 0, 0] }
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
  priceClassId: priceClassId(row[4]),
  workingMinutes: workingMinutesOf(key as EmployeeKey),
  createdAt: FOUNDED,
}))

export const employeeKeys = Object.keys(people) as EmployeeKey[]
export const departmentOf = (key: EmployeeKey): DepartmentKey => people[key][1]
export const priceClassOf = (key: EmployeeKey): PriceClassKey => people[key][4]
export const nameOf = (key: EmployeeKey): string => people[key][0]
export function workingMinutesOf(key: EmployeeKey): readonly number[] {
  return partTime[key] ?? FULL_TIME
}

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
