import type { DemoCompany } from '@timedesk/prisma/seed/shape'
import { mondayOf } from '@timedesk/domain/calendar/days'
import type { DemoWork } from '@timedesk/prisma/seed/time-shape'
import { subjectOfTime } from '../../agreements/subject-of-time.ts'
import { newId } from '../../platform/new-id.ts'
import type { AboutSubject } from '../write-histories.ts'
import type { Names } from './names.ts'
import type { TimeRow } from './time-rows.ts'

/** What projects and people tell of time that is on no case. */
export function workEvents({ work }: DemoCompany, names: Names): AboutSubject[] {
  return work.map((one) => ({
    id: newId(one.at.getTime()),
    at: one.at,
    actor: names.author({ kind: 'employee', id: one.employeeId }),
    payload: {
      type: 'time.registered',
      entryId: one.id,
      minutes: one.minutes,
      isBillable: one.isBillable,
      employeeName: names.employee(one.employeeId),
      activityType: names.activityType(one.activityTypeId),
    },
    subject: subjectOf(one),
  }))
}

function subjectOf({ customerId, projectId, employeeId }: DemoWork): AboutSubject['subject'] {
  const { kind, id } = subjectOfTime({ customerId, projectId, employeeId })
  return { kind, id, caseId: null, customerId }
}

/** Who submitted which week, and who approved it or sent it back. */
export function weekEvents({ weekSheets }: DemoCompany, rows: readonly TimeRow[], names: Names): AboutSubject[] {
  const minutes = new Map<string, number>()
  for (const { employeeId, workDate, minutes: more } of rows) {
    const week = `${employeeId} ${mondayOf(workDate)}`
    minutes.set(week, (minutes.get(week) ?? 0) + more)
  }
  return weekSheets.flatMap(({ employeeId, monday, state, submittedAt, decidedAt, decidedById, reason }) => {
    const moved = (to: 'submitted' | 'approved' | 'rejected', at: Date, byId: string): AboutSubject => ({
      id: newId(at.getTime()),
      at,
      actor: names.author({ kind: 'employee', id: byId }),
      payload: {
        type: 'week.moved',
        monday,
        employeeName: names.employee(employeeId),
        to,
        minutes: minutes.get(`${employeeId} ${monday}`) ?? 0,
        reason: to === 'rejected' ? reason : '',
      },
      subject: { kind: 'employee', id: employeeId, caseId: null, customerId: null },
    })
    const submitted = moved('submitted', submittedAt, employeeId)
    if (state === 'submitted' || decidedAt === null || decidedById === null) return [submitted]
    return [submitted, moved(state, decidedAt, decidedById)]
  })
}
