import { expect, test } from 'vitest'
import { counterpartsOf } from './counterparts.ts'

const contactId = '019371f0-0000-7000-8000-000000000001'
const responsibleId = '019371f0-0000-7000-8000-000000000002'
const departmentId = '019371f0-0000-7000-8000-000000000003'
const otherId = '019371f0-0000-7000-8000-000000000004'

const accountManagerId = '019371f0-0000-7000-8000-000000000005'
const parties = { contactId, responsibleId, standInId: null, accountManagerId, departmentId, wasSilent: true }
const reply = { type: 'reply.posted', replyId: otherId, isFirst: false, attachments: 0 } as const
const question = { type: 'time.questioned', entryId: otherId, question: 'Was that not covered?' } as const
const note = { type: 'note.written', noteId: otherId, attachments: 0 } as const
const created = { type: 'case.created', number: 1, subject: 'x', via: 'extranet' } as const
const solved = {
  type: 'case.status_changed',
  from: 'Open',
  to: 'Solved',
  fromCategory: 'open',
  toCategory: 'solved',
} as const
const dispatched = {
  type: 'case.dispatched',
  rule: 'by_hand',
  fromDepartment: null,
  toDepartment: 'x',
  fromResponsible: null,
  toResponsible: 'y',
  toResponsibleId: responsibleId,
  toDepartmentId: departmentId,
} as const

const fromStaff = { actorKind: 'employee', actorId: otherId } as const
const fromContact = { actorKind: 'contact', actorId: contactId } as const
const fromColleague = { actorKind: 'contact', actorId: otherId } as const

test.for([
  ['a staff reply goes to the contact', { ...fromStaff, payload: reply }, parties, [contactId], [], null, null],
  [
    'a contact’s reply goes to the person responsible',
    { ...fromContact, payload: reply },
    parties,
    [],
    [responsibleId],
    null,
    responsibleId,
  ],
  [
    'a colleague’s reply goes to the contact as well',
    { ...fromColleague, payload: reply },
    parties,
    [contactId],
    [responsibleId],
    null,
    responsibleId,
  ],
  [
    'a question about time goes to the person responsible',
    { ...fromColleague, payload: question },
    parties,
    [],
    [responsibleId],
    null,
    responsibleId,
  ],
  [
    'without one, a question about time goes to the account manager',
    { ...fromColleague, payload: question },
    { ...parties, responsibleId: null },
    [],
    [accountManagerId],
    null,
    accountManagerId,
  ],
  [
    'without a responsible the queue hears',
    { ...fromContact, payload: reply },
    { ...parties, responsibleId: null },
    [],
    [],
    departmentId,
    null,
  ],
  [
    'a new case from the extranet goes to the queue',
    { ...fromContact, payload: created },
    { ...parties, responsibleId: null },
    [],
    [],
    departmentId,
    null,
  ],
  [
    'a case that staff open goes to the contact',
    { ...fromStaff, payload: created },
    parties,
    [contactId],
    [],
    null,
    null,
  ],
  ['a note never reaches the contact', { ...fromStaff, payload: note }, parties, [], [responsibleId], null, null],
  [
    'one’s own note tells nobody',
    { actorKind: 'employee', actorId: responsibleId, payload: note },
    parties,
    [],
    [],
    null,
    null,
  ],
  ['a silent move goes to the contact', { ...fromStaff, payload: solved }, parties, [contactId], [], null, null],
  [
    'a move with a reply is told by the reply',
    { ...fromStaff, payload: solved },
    { ...parties, wasSilent: false },
    [],
    [],
    null,
    null,
  ],
  [
    'a dispatched case goes to its new owner',
    { ...fromStaff, payload: dispatched },
    parties,
    [],
    [responsibleId],
    null,
    responsibleId,
  ],
  [
    'taking a case oneself tells nobody',
    { actorKind: 'employee', actorId: responsibleId, payload: dispatched },
    parties,
    [],
    [],
    null,
    null,
  ],
] as const)('%s', ([, event, given, contactIds, staffIds, queue, mailStaffId]) => {
  const audience = counterpartsOf(event, given)

  expect(audience.contactIds).toEqual(contactIds)
  expect(audience.staffIds).toEqual(staffIds)
  expect(audience.departmentId).toBe(queue)
  expect(audience.mailStaffId).toBe(mailStaffId)
})

test('of a queue, whoever did it is left out', () => {
  const audience = counterpartsOf(
    { ...fromStaff, actorKind: 'contact', payload: reply },
    { ...parties, responsibleId: null },
  )

  expect(audience.exceptId).toBe(otherId)
})

test('what a contact says to somebody who is away reaches whoever stands in as well', () => {
  const audience = counterpartsOf({ ...fromContact, payload: reply }, { ...parties, standInId: otherId })

  expect(audience.staffIds).toEqual([responsibleId])
  expect(audience.told).toEqual({ employeeIds: [otherId], departmentIds: [] })
})

test('of cases that are handed over in an absence, no mail is written for each', () => {
  const handedOver = { ...dispatched, rule: 'by_absence' } as const
  const audience = counterpartsOf({ ...fromStaff, payload: handedOver }, parties)

  expect(audience.staffIds).toEqual([responsibleId])
  expect(audience.mailStaffId).toBeNull()
})
