import { isActive } from '@timedesk/domain/helpdesk/status'
import { dayOf } from '../working-time.ts'
import type { Present } from '../present.ts'
import { activityId } from '../settings.ts'
import type { DemoCase, DemoProject } from '../shape.ts'
import { employeeId } from '../staff.ts'
import type { EmployeeKey } from '../staff.ts'
import { statuses } from '../workflow/statuses.ts'
import type { DemoTimer, DemoWeekSheet, DemoWork } from '../time-shape.ts'
import { fillDays } from './fill-days.ts'
import { lateWork } from './late-work.ts'
import { weekSheets } from './week-sheets.ts'

const TIMER_RUNS_MINUTES = 23
const TIMER_OF: EmployeeKey = 'laura'
const categoryOf = new Map(statuses.map(({ id, category }) => [id, category]))

export type PlacedWork = { work: DemoWork[]; weekSheets: DemoWeekSheet[]; timers: DemoTimer[] }

/** Everything about time that is on no case. */
export function placeWork(cases: readonly DemoCase[], projects: readonly DemoProject[], present: Present): PlacedWork {
  const work = [...fillDays(cases, projects, present), ...lateWork(projects, present)]
  const firstDay = dayOf(Math.min(...cases.flatMap(({ happenings }) => happenings.map(({ at }) => at.getTime()))))
  return {
    work: work.sort((one, other) => one.at.getTime() - other.at.getTime()),
    weekSheets: weekSheets(firstDay, present),
    timers: [runningTimer(cases, present)],
  }
}

/** Somebody works on a case right now. */
function runningTimer(cases: readonly DemoCase[], { now }: Present): DemoTimer {
  const open = cases.filter((one) => isActive(endOf(one)))
  const own = open.find((one) => responsibleOf(one) === employeeId(TIMER_OF)) ?? open[0]
  if (own === undefined) throw new RangeError('No case is active')
  return {
    employeeId: employeeId(TIMER_OF),
    caseId: own.id,
    activityTypeId: activityId('remote'),
    text: '',
    startedAt: new Date(now.getTime() - TIMER_RUNS_MINUTES * 60_000),
  }
}

function endOf({ happenings }: DemoCase) {
  const last = happenings.findLast((it) => 'statusId' in it)
  return (last !== undefined && 'statusId' in last ? categoryOf.get(last.statusId) : undefined) ?? 'new'
}

function responsibleOf({ happenings }: DemoCase): string | null {
  const last = happenings.findLast((it) => it.kind === 'dispatch' || it.kind === 'created')
  return last !== undefined && 'responsibleId' in last ? last.responsibleId : null
}
