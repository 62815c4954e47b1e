import { addDays, mondayOf } from '@timedesk/domain/calendar/days'
import { instantOf } from '../present.ts'
import type { Present } from '../present.ts'
import { createRandom, seedOf } from '../random.ts'
import { employeeId, employeeKeys } from '../staff.ts'
import type { EmployeeKey } from '../staff.ts'
import type { DemoWeekSheet } from '../time-shape.ts'

/** Who approves: the lead, his own boss for those who are no agents, and finance for the boss. */
const approvers: Partial<Record<EmployeeKey, EmployeeKey>> = {
  jonas: 'henrik',
  karen: 'henrik',
  admin: 'henrik',
  henrik: 'karen',
}
const SUBMITTED_LAST_WEEK: readonly EmployeeKey[] = ['mette', 'emil', 'laura', 'nikolaj', 'karen', 'henrik']
const REJECTED_LAST_WEEK: EmployeeKey = 'sofie'
const REJECTED_BECAUSE = 'Tirsdagens besøg mangler, og torsdag er uden frokost.'

/** Every week since `firstDay`: approved, but the last one, which waits in part, and this one, which is open. */
export function weekSheets(firstDay: string, present: Present): DemoWeekSheet[] {
  const lastMonday = addDays(mondayOf(present.today), -7)
  const sheets: DemoWeekSheet[] = []
  for (let monday = mondayOf(firstDay); monday < lastMonday; monday = addDays(monday, 7))
    sheets.push(...employeeKeys.map((key) => approved(key, monday)))
  return [...sheets, ...SUBMITTED_LAST_WEEK.map((key) => submitted(key, lastMonday)), rejected(lastMonday)]
}

function submitted(key: EmployeeKey, monday: string): DemoWeekSheet {
  const seconds = createRandom(seedOf(`week of ${key} ${monday}`)).between(0, 1200)
  return {
    employeeId: employeeId(key),
    monday,
    state: 'submitted',
    submittedAt: new Date(instantOf(addDays(monday, 4), '15:58').getTime() + seconds * 1000),
    decidedAt: null,
    decidedById: null,
    reason: '',
  }
}

function approved(key: EmployeeKey, monday: string): DemoWeekSheet {
  const sheet = submitted(key, monday)
  const decidedAt = new Date(
    instantOf(addDays(monday, 7), '08:40').getTime() + (sheet.submittedAt.getTime() % 3_600_000),
  )
  return { ...sheet, state: 'approved', decidedAt, decidedById: employeeId(approvers[key] ?? 'jonas') }
}

/** The lead looked at it the same afternoon. */
function rejected(monday: string): DemoWeekSheet {
  return {
    ...submitted(REJECTED_LAST_WEEK, monday),
    state: 'rejected',
    decidedAt: instantOf(addDays(monday, 4), '16:35'),
    decidedById: employeeId('jonas'),
    reason: REJECTED_BECAUSE,
  }
}
