import { idOf } from './make-id.ts'
import type { DemoActivityType, DemoCaseType, DemoPriority } from './shape.ts'
import { departmentId, employeeId } from './staff.ts'
import type { DepartmentKey, EmployeeKey } from './staff.ts'

type Priced = { factor?: number; fixedRate?: number; minimumMinutes?: number }
type ActivityRow = [name: string, isBillable: boolean, priced?: Priced]
const activities = {
  remote: ['Remote support', true],
  phone: ['Phone', true],
  onSite: ['On site', true, { minimumMinutes: 60 }],
  development: ['Development', true],
  operations: ['Operations', true],
  training: ['Training and advice', true, { factor: 1250 }],
  project: ['Project work', true],
  travel: ['Travel', true, { fixedRate: 65_000 }],
  correction: ['Error correction', false],
  internal: ['Internal', false],
} as const satisfies Record<string, ActivityRow>
export type ActivityKey = keyof typeof activities
export const activityId = (key: ActivityKey) => idOf(`activity ${key}`)
export const isBillable = (key: ActivityKey) => activities[key][1]

export const activityTypes: DemoActivityType[] = Object.entries<ActivityRow>(activities).map(
  ([key, [name, billable, priced]], index) => ({
    id: activityId(key as ActivityKey),
    name,
    isBillable: billable,
    factor: priced?.factor ?? 1000,
    fixedRate: priced?.fixedRate ?? null,
    minimumMinutes: priced?.minimumMinutes ?? 0,
    position: index + 1,
  }),
)

/** What cases of changes move by. */
export const CHANGE_WORKFLOW_ID = idOf('workflow changes')

type TypeRow = {
  name: string
  /** Its cases move by the workflow of changes, as those of the types below it. */
  isChange?: boolean
  under?: string
  department?: DepartmentKey
  responsible?: EmployeeKey
}
const types = {
  error: { name: 'Error', department: 'firstLine' },
  errorLedger: { name: 'Error in Ledger', under: 'error' },
  errorPlanr: { name: 'Error in Planr', under: 'error' },
  errorWebdesk: { name: 'Error in Webdesk', under: 'error' },
  question: { name: 'Question', department: 'firstLine' },
  howTo: { name: 'How do I …?', under: 'question' },
  billing: { name: 'Invoice and agreement', under: 'question', department: 'administration', responsible: 'karen' },
  change: { name: 'Change request', department: 'secondLine', isChange: true },
  changeLedger: { name: 'Change in Ledger', under: 'change', department: 'ledgerTeam' },
  changeWeb: { name: 'Change in Planr or Webdesk', under: 'change', department: 'webTeam' },
  access: { name: 'Access', department: 'firstLine' },
  newUser: { name: 'New user', under: 'access' },
  signIn: { name: 'Sign-in', under: 'access' },
  hosting: { name: 'Hosting', department: 'hosting' },
  incident: { name: 'Incident', under: 'hosting' },
  backup: { name: 'Backup and restore', under: 'hosting' },
  domain: { name: 'Domain, mail and certificate', under: 'hosting' },
} as const satisfies Record<string, TypeRow>
export type CaseTypeKey = keyof typeof types
export const caseTypeId = (key: CaseTypeKey) => idOf(`case type ${key}`)

export const caseTypes: DemoCaseType[] = Object.entries<TypeRow>(types).map(([key, row], index) => ({
  id: caseTypeId(key as CaseTypeKey),
  name: row.name,
  parentId: row.under === undefined ? null : idOf(`case type ${row.under}`),
  departmentId: row.department === undefined ? null : departmentId(row.department),
  responsibleId: row.responsible === undefined ? null : employeeId(row.responsible),
  workflowId: row.isChange === true ? CHANGE_WORKFLOW_ID : null,
  position: index + 1,
}))

/** The keys of a type and of all above it, the nearest first; none for an unknown one. */
export function typeKeysUpFrom(id: string): CaseTypeKey[] {
  const key = (Object.keys(types) as CaseTypeKey[]).find((one) => caseTypeId(one) === id)
  if (key === undefined) return []
  const { under }: TypeRow = types[key]
  return under === undefined ? [key] : [key, ...typeKeysUpFrom(idOf(`case type ${under}`))]
}

/** The department, and perhaps the person, that the type's rule names for a new case. */
export function dispatchOf(key: CaseTypeKey): { department: DepartmentKey; responsible: EmployeeKey | null } {
  const row: TypeRow = types[key]
  if (row.department !== undefined) return { department: row.department, responsible: row.responsible ?? null }
  return dispatchOf(row.under as CaseTypeKey)
}

const priorityNames = ['Critical', 'High', 'Normal', 'Low'] as const
export type PriorityKey = (typeof priorityNames)[number]
/** Those that every installation begins with. */
export const priorityId = (key: PriorityKey) =>
  `00000000-0000-7000-8000-00000000001${String(priorityNames.indexOf(key) + 1)}`

export const priorities: DemoPriority[] = priorityNames.map((name, index) => ({
  id: priorityId(name),
  name,
  level: index + 1,
  isDefault: name === 'Normal',
}))
