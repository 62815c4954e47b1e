import { isActive } from '@timedesk/domain/helpdesk/status'
import type { StatusCategory } from '@timedesk/domain/helpdesk/status'
import type { DemoCase, DemoCompany, DemoReadMark } from '@timedesk/prisma/seed/shape'
import { chooseChannels } from '@timedesk/domain/notices/choose-channels'
import { claimsOf, counterpartsOf } from '../../notices/counterparts.ts'
import type { Tx } from '../../platform/db/database.ts'
import { insertRows } from '../../platform/db/insert-rows.ts'
import type { CaseHistory } from '../write-histories.ts'
import * as tables from './rows.ts'

const NOTICED_MS = 7 * 24 * 60 * 60 * 1000

/** Stores who has read what, and a notice for whoever has not read the last message of an active case of these days. */
export async function storeAttention(
  tx: Tx,
  company: DemoCompany,
  histories: readonly CaseHistory[],
  { now, newId }: { now: Date; newId: () => string },
): Promise<void> {
  const marks = company.cases.flatMap(({ id: caseId, readMarks }) =>
    readMarks.employees.map(({ id, at }) => ({ caseId, employeeId: id, readAt: at })),
  )
  await insertRows(tx, tables.staffMarks, marks)
  const contactMarks = company.cases.flatMap(({ id: caseId, customerId, readMarks }) =>
    readMarks.contacts.map(({ id, at }) => ({ caseId, customerId, contactId: id, readAt: at })),
  )
  await insertRows(tx, tables.contactMarks, contactMarks)

  const cases = new Map(company.cases.map((one) => [one.id, one]))
  const since = now.getTime() - NOTICED_MS
  const notices = histories.flatMap((history) => {
    const given = cases.get(history.case.id)
    const isRecent = history.case.lastActivityAt.getTime() >= since
    return given !== undefined && isRecent && isActive(history.case.category as StatusCategory)
      ? [noticesOf(history, given, company)]
      : []
  })
  await insertRows(
    tx,
    tables.staffNotices,
    notices.flatMap(({ staff }) => staff.map((notice) => ({ ...notice, id: newId() }))),
  )
  await insertRows(
    tx,
    tables.contactNotices,
    notices.flatMap(({ contacts }) => contacts.map((notice) => ({ ...notice, id: newId() }))),
  )
}

function noticesOf(
  { case: { id: caseId, customerId, contactId, responsibleId, departmentId }, events }: CaseHistory,
  { readMarks }: DemoCase,
  { employees, contacts }: DemoCompany,
) {
  const last = events.findLast(({ payload: { type } }) => type === 'reply.posted' || type === 'case.created')
  if (last === undefined) return { staff: [], contacts: [] }
  const audience = counterpartsOf(
    { actorKind: last.actor.kind, actorId: last.actor.id, payload: last.payload },
    {
      ...{ contactId, responsibleId, accountManagerId: null, standInId: null, departmentId },
      ...{ participantIds: [], wokenIds: [], askerId: null, wasSilent: false },
    },
  )
  const notice = { eventId: last.id, caseId, createdAt: last.at }
  return {
    staff: employees
      .filter(({ id }) => id !== audience.exceptId && isUnread(readMarks.employees, id, last.at))
      .flatMap(({ id: employeeId, departmentId: ofDepartmentId }) => {
        const person = { id: employeeId, departmentId: ofDepartmentId, isFollower: false }
        const chosen = chooseChannels(claimsOf(person, audience.tellings), [])
        return chosen?.inApp === true ? [{ ...notice, employeeId, reason: chosen.reason, level: chosen.level }] : []
      }),
    contacts: contacts
      .filter(({ id, role }) => audience.contactIds.includes(id) && role !== 'bookkeeper')
      .filter(({ id }) => isUnread(readMarks.contacts, id, last.at))
      .map(({ id }) => ({ ...notice, customerId, contactId: id })),
  }
}

function isUnread(marks: readonly DemoReadMark[], id: string, at: Date): boolean {
  const mark = marks.find((one) => one.id === id)
  return mark === undefined || mark.at < at
}
