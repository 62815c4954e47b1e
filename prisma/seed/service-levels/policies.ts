import { agreementId } from '../agreements/draft.ts'
import { customerId } from '../customers.ts'
import type { DemoPolicy } from '../desk-shape.ts'
import { idOf } from '../make-id.ts'
import { calendarId } from '../pricing.ts'
import { caseTypeId, priorityId } from '../settings.ts'
import type { PriorityKey } from '../settings.ts'
import { departmentId, employeeId } from '../staff.ts'

const HOUR = 60
const WARN_AT = [50, 75, 90]

/** Business hours until the first answer, each further answer, and the solution; null where nothing is promised. */
type Targets = Partial<Record<PriorityKey, readonly [first: number, next: number | null, solved: number | null]>>

function targetsOf(targets: Targets): DemoPolicy['targets'] {
  const minutes = (hours: number | null) => (hours === null ? null : hours * HOUR)
  return Object.entries(targets).map(([key, [first, next, solved]]) => ({
    priorityId: priorityId(key as PriorityKey),
    firstResponse: minutes(first),
    nextResponse: minutes(next),
    resolution: minutes(solved),
  }))
}

const nobody = { responsible: false, leads: false, departmentIds: [], employeeIds: [] }
/** Warned of by hand of the department's lead. */
const toLeads: DemoPolicy['escalations'] = [90, 100].map((share) => ({
  share,
  clock: null,
  notify: { ...nobody, responsible: true, leads: true },
  assign: null,
}))

type PolicyRow = Omit<DemoPolicy, 'id' | 'position' | 'targets'> & { targets: Targets }
const everything = { customerId: null, agreementId: null, typeId: null, calendarId: calendarId('office') }
const rows: Record<string, PolicyRow> = {
  gold: {
    ...everything,
    name: 'Gold, Nordlys',
    agreementId: agreementId('nordlys desk'),
    calendarId: calendarId('extended'),
    warnAt: WARN_AT,
    escalations: [
      ...toLeads,
      {
        share: 150,
        clock: 'resolution',
        notify: { ...nobody, employeeIds: [employeeId('henrik')] },
        assign: null,
      },
    ],
    isShownToCustomers: true,
    targets: { Critical: [0.5, 1, 6], High: [1, 2, 12], Normal: [2, 4, 32], Low: [4, 8, 80] },
  },
  aroundTheClock: {
    ...everything,
    name: 'Around the clock, Sundby',
    customerId: customerId('sundby'),
    calendarId: null,
    warnAt: WARN_AT,
    escalations: [
      ...toLeads,
      {
        share: 75,
        clock: 'first_response',
        notify: { ...nobody, departmentIds: [departmentId('hosting')] },
        assign: null,
      },
    ],
    isShownToCustomers: true,
    targets: { Critical: [1, 2, 12], High: [4, 8, 48], Normal: [24, 24, 120], Low: [48, null, null] },
  },
  changes: {
    ...everything,
    name: 'Changes',
    typeId: caseTypeId('change'),
    warnAt: [75],
    escalations: toLeads,
    isShownToCustomers: false,
    targets: { Critical: [2, 4, 40], High: [4, 8, 80], Normal: [8, 16, null], Low: [16, null, null] },
  },
  standard: {
    ...everything,
    name: 'Standard',
    warnAt: WARN_AT,
    escalations: toLeads,
    isShownToCustomers: false,
    targets: { Critical: [1, 2, 8], High: [2, 4, 16], Normal: [4, 8, 40], Low: [8, 16, null] },
  },
}

export const policies: DemoPolicy[] = Object.entries(rows).map(([key, { targets, ...row }], index) => ({
  ...row,
  id: idOf(`service policy ${key}`),
  position: index + 1,
  targets: targetsOf(targets),
}))
