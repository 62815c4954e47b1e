import { mondayOf } from '@timedesk/domain/calendar/days'
import type { DemoCompany } from '@timedesk/prisma/seed/shape'
import type { DemoTime } from '@timedesk/prisma/seed/time-shape'
import type { Table } from '../../platform/db/insert-rows.ts'

/** Time as it was registered at a moment, without what it is worth. */
export type TimeRow = Omit<DemoTime, 'message'> & {
  customerId: string | null
  caseId: string | null
  projectId: string | null
  taskId: string | null
  replyId: string | null
  noteId: string | null
  priceClassId: string | null
  isLate: boolean
  billableChoice: boolean | null
  state: 'open' | 'submitted' | 'approved'
  createdAt: Date
}

type Place = Pick<TimeRow, 'customerId' | 'caseId' | 'projectId' | 'taskId' | 'createdAt'>

/** All time, on cases, on projects and internal, in the order in which it was registered. */
export function timeRows(company: DemoCompany): TimeRow[] {
  const { cases, work, employees, activityTypes, weekSheets } = company
  const classes = new Map(employees.map(({ id, priceClassId }) => [id, priceClassId]))
  const billable = new Map(activityTypes.map(({ id, isBillable }) => [id, isBillable]))
  const states = new Map(weekSheets.map(({ employeeId, monday, state }) => [`${employeeId} ${monday}`, state]))
  const rowOf = ({ message, ...time }: DemoTime, place: Place): TimeRow => {
    const state = states.get(`${time.employeeId} ${mondayOf(time.workDate)}`) ?? 'open'
    const isUsual = place.customerId === null || time.isBillable === billable.get(time.activityTypeId)
    return {
      ...time,
      ...place,
      replyId: message?.kind === 'reply' ? message.id : null,
      noteId: message?.kind === 'note' ? message.id : null,
      priceClassId: classes.get(time.employeeId) ?? null,
      isLate: time.bookedOn !== time.workDate,
      billableChoice: isUsual ? null : time.isBillable,
      state: state === 'rejected' ? 'open' : state,
    }
  }
  const onCases = cases.flatMap(({ id: caseId, customerId, projectId, happenings }) =>
    happenings.flatMap((it) =>
      it.kind === 'time' ? [rowOf(it.entry, { customerId, caseId, projectId, taskId: null, createdAt: it.at })] : [],
    ),
  )
  const beside = work.map(({ at, customerId, projectId, taskId, ...time }) =>
    rowOf(time, { customerId, caseId: null, projectId, taskId, createdAt: at }),
  )
  return [...onCases, ...beside].sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime())
}

export const timeEntries: Table<TimeRow> = {
  name: 'time_entry',
  columns: {
    id: 'uuid',
    employeeId: 'uuid',
    customerId: 'uuid',
    caseId: 'uuid',
    projectId: 'uuid',
    taskId: 'uuid',
    replyId: 'uuid',
    noteId: 'uuid',
    activityTypeId: 'uuid',
    priceClassId: 'uuid',
    workDate: 'date',
    bookedOn: 'date',
    isLate: 'boolean',
    startedAt: 'timestamptz',
    endedAt: 'timestamptz',
    minutes: 'int',
    isBillable: 'boolean',
    billableChoice: 'boolean',
    state: 'text',
    customerText: 'text',
    internalText: 'text',
    createdAt: 'timestamptz',
  },
}
