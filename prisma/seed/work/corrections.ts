import { addDays, mondayOf } from '@timedesk/domain/calendar/days'
import type { Present } from '../present.ts'
import type { DemoCase } from '../shape.ts'
import type { DemoDeed } from '../settlement-shape.ts'
import { employeeId } from '../staff.ts'
import type { DemoTime, DemoWork } from '../time-shape.ts'

const WEEKS_AGO = 3
const TOO_MANY_MINUTES = 45

/**
 * Two entries of a week that is approved, found to be wrong: the lead put one right at once, and what its own
 * employee corrected waits for his approval.
 */
export function corrections(cases: readonly DemoCase[], work: readonly DemoWork[], present: Present): DemoDeed[] {
  const monday = addDays(mondayOf(present.today), -7 * WEEKS_AGO)
  const isOfWeek = ({ workDate, minutes, isBillable }: DemoTime) =>
    mondayOf(workDate) === monday && minutes >= TOO_MANY_MINUTES && isBillable
  const onCase = cases
    .flatMap(({ customerId, happenings }) =>
      happenings.flatMap((it) => (it.kind === 'time' ? [{ customerId, entry: it.entry }] : [])),
    )
    .find(({ entry }) => isOfWeek(entry))
  const onProject = work.find((one) => one.employeeId === employeeId('laura') && isOfWeek(one))
  return [
    ...(onCase === undefined
      ? []
      : [
          correct(
            onCase.customerId,
            onCase.entry,
            'jonas',
            20,
            'The customer was on the phone for twenty minutes',
            present.officeAgo(1100),
          ),
        ]),
    ...(onProject === undefined || onProject.customerId === null
      ? []
      : [
          correct(
            onProject.customerId,
            onProject,
            'laura',
            onProject.minutes - 30,
            'Lunch was counted',
            present.officeAgo(640),
          ),
        ]),
  ]
}

function correct(
  customerId: string,
  { id, minutes }: DemoTime,
  by: 'jonas' | 'laura',
  rightMinutes: number,
  reason: string,
  at: Date,
): DemoDeed {
  if (rightMinutes >= minutes) throw new RangeError('A correction takes minutes away')
  return { at, customerId, kind: 'correct', byId: employeeId(by), entryId: id, minutes: rightMinutes, reason }
}
