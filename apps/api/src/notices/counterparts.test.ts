import { expect, test } from 'vitest'
import { claimsOf, counterpartsOf, type CaseParties } from './counterparts.ts'

type Happening = Parameters<typeof counterpartsOf>[0]

const contactId = '019371f0-0000-7000-8000-000000000001'
const responsibleId = '019371f0-0000-7000-8000-000000000002'
const departmentId = '019371f0-0000-7000-8000-000000000003'
const otherId = '019371f0-0000-7000-8000-000000000004'
const followerId = '019371f0-0000-7000-8000-000000000006'
const colleagueId = '019371f0-0000-7000-8000-000000000007'
const accountManagerId = '019371f0-0000-7000-8000-000000000005'
const parties: CaseParties = {
  ...{ contactId, participantIds: [], responsibleId, standInId: null, accountManagerId, departmentId },
  ...{ wokenIds: [], askerId: null, wasSilent: true },
}
/** Nobody is responsible. */
const queued = { ...parties, responsibleId: null }
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

const warned: Happening['payload'] = {
  type: 'clock.warned',
  clock: 'resolution',
  ...{ ownerId: responsibleId, ownerName: 'y', departmentName: 'x' },
  ...{ cycle: 0, dueAt: null, policy: null, share: 80 },
  employeeIds: [responsibleId],
  departmentIds: [],
}
const sideAnswer = {
  type: 'side.received',
  conversationId: otherId,
  subject: 'x',
  messageId: otherId,
  fromName: 'Ida',
  fromAddress: 'ida@third.test',
  attachments: 0,
} as const
const back = {
  type: 'case.snooze_ended',
  employeeId: accountManagerId,
  employeeName: 'z',
  cause: 'time',
} as const

const notSent = {
  type: 'message.not_sent',
  employeeId: followerId,
  employeeName: 'z',
  kind: 'reply',
  sendAt: '2026-03-02T09:00:00.000Z',
  code: 'newer_messages',
} as const

const fromStaff = { actorKind: 'employee', actorId: otherId } as const
const fromContact = { actorKind: 'contact', actorId: contactId } as const
const fromColleague = { actorKind: 'contact', actorId: otherId } as const

/** Everybody whom the case may concern, and who of them is told for what. */
const people = [
  { id: responsibleId, departmentId: otherId, isFollower: false },
  { id: accountManagerId, departmentId: otherId, isFollower: false },
  { id: colleagueId, departmentId, isFollower: false },
  { id: followerId, departmentId: otherId, isFollower: true },
] as const
const names = new Map<string, string>([
  [responsibleId, 'responsible'],
  [accountManagerId, 'manager'],
  [colleagueId, 'queue'],
  [followerId, 'follower'],
])

function told(...[event, given]: Parameters<typeof counterpartsOf>): string[] {
  const { tellings, exceptId } = counterpartsOf(event, given)
  return people
    .filter(({ id }) => id !== exceptId)
    .flatMap((person) =>
      claimsOf(person, tellings).map(({ reason, scope }) => `${names.get(person.id) ?? ''}: ${reason}, ${scope}`),
    )
}

test.for<[string, Happening, CaseParties, string[]]>([
  [
    'a contact’s reply',
    { ...fromContact, payload: reply },
    parties,
    ['responsible: customer_answered, mine', 'follower: customer_answered, followed'],
  ],
  [
    'a contact’s reply without anybody responsible',
    { ...fromContact, payload: reply },
    queued,
    ['queue: customer_answered, department', 'follower: customer_answered, followed'],
  ],
  [
    'a colleague’s reply',
    { ...fromStaff, payload: reply },
    parties,
    ['responsible: replied, mine', 'follower: replied, followed'],
  ],
  ['a new case', { ...fromContact, payload: created }, queued, ['queue: reported, department']],
  ['a case that staff open', { ...fromStaff, payload: created }, parties, []],
  ['a question about time', { ...fromColleague, payload: question }, parties, ['responsible: time_questioned, mine']],
  [
    'a question about time without anybody responsible',
    { ...fromColleague, payload: question },
    queued,
    ['manager: time_questioned, mine'],
  ],
  ['a note', { ...fromStaff, payload: note }, parties, ['responsible: noted, mine', 'follower: noted, followed']],
  [
    'a note by whoever has the case',
    { actorKind: 'employee', actorId: responsibleId, payload: note },
    parties,
    ['follower: noted, followed'],
  ],
  [
    'a note that calls people',
    {
      ...fromStaff,
      payload: { ...note, mentionedIds: [accountManagerId, followerId], mentionedDepartmentIds: [departmentId] },
    },
    parties,
    [
      'responsible: noted, mine',
      'manager: mentioned, mine',
      'queue: mentioned, department',
      'follower: noted, followed',
      'follower: mentioned, mine',
    ],
  ],
  [
    'a silent move',
    { ...fromStaff, payload: solved },
    parties,
    ['responsible: status_changed, mine', 'follower: status_changed, followed'],
  ],
  ['a move with a reply is told by the reply', { ...fromStaff, payload: solved }, { ...parties, wasSilent: false }, []],
  [
    'a move that a merge makes is told by the merge',
    { ...fromStaff, payload: { ...solved, cause: 'merge' } },
    parties,
    [],
  ],
  ['a case that is given', { ...fromStaff, payload: dispatched }, parties, ['responsible: assigned, mine']],
  [
    'a case that is put into a queue',
    { ...fromStaff, payload: { ...dispatched, toResponsible: null, toResponsibleId: null } },
    queued,
    ['queue: assigned, department'],
  ],
  [
    'a case that one takes oneself',
    { actorKind: 'employee', actorId: responsibleId, payload: dispatched },
    parties,
    [],
  ],
  [
    'time that passes in somebody’s own request',
    { actorKind: 'employee', actorId: responsibleId, payload: warned },
    parties,
    ['responsible: clock_warned, mine', 'follower: clock_warned, followed'],
  ],
  [
    'an answer to a side conversation',
    { actorKind: 'system', actorId: null, payload: sideAnswer },
    { ...parties, askerId: accountManagerId },
    ['responsible: side_answered, mine', 'manager: side_answered, mine', 'follower: side_answered, followed'],
  ],
  [
    'a case that was put away until now',
    { actorKind: 'system', actorId: null, payload: back },
    parties,
    ['manager: snooze_ended, mine'],
  ],
  [
    'a message that was not sent',
    { actorKind: 'system', actorId: null, payload: notSent },
    parties,
    ['follower: not_sent, mine'],
  ],
  [
    'a case that one takes back oneself',
    { actorKind: 'employee', actorId: accountManagerId, payload: { ...back, cause: 'by_hand' } },
    parties,
    [],
  ],
])('of %s, those of the staff hear whom it concerns', ([, event, given, expected]) => {
  expect(told(event, given)).toEqual(expected)
})

test.for<[string, Happening, CaseParties, string[], boolean]>([
  ['a staff reply goes to the contact', { ...fromStaff, payload: reply }, parties, [contactId], true],
  [
    'and to all who take part',
    { ...fromStaff, payload: reply },
    { ...parties, participantIds: [followerId, contactId] },
    [contactId, followerId],
    true,
  ],
  ['a colleague’s reply too, without a mail', { ...fromColleague, payload: reply }, parties, [contactId], false],
  [
    'one’s own reply goes to the others alone',
    { ...fromContact, payload: reply },
    { ...parties, participantIds: [otherId] },
    [otherId],
    false,
  ],
  ['a case that staff open goes to the contact', { ...fromStaff, payload: created }, parties, [contactId], true],
  ['a silent move goes to the contact', { ...fromStaff, payload: solved }, parties, [contactId], true],
  ['a note never does', { ...fromStaff, payload: note }, { ...parties, participantIds: [otherId] }, [], false],
  ['nor does what follows from a merge', { ...fromStaff, payload: { ...solved, cause: 'merge' } }, parties, [], false],
])('%s', ([, event, given, contactIds, mailContacts]) => {
  expect(counterpartsOf(event, given)).toMatchObject({ contactIds, mailContacts })
})

test('what a contact says to somebody who is away reaches whoever stands in as well', () => {
  expect(told({ ...fromContact, payload: reply }, { ...parties, standInId: colleagueId })).toContain(
    'queue: customer_answered, mine',
  )
})

test('whoever gets a case back that they had put away hears that it is back', () => {
  expect(told({ ...fromContact, payload: reply }, { ...parties, wokenIds: [colleagueId] })).toContain(
    'queue: snooze_ended, mine',
  )
})

test('of cases that are handed over in an absence, no mail is written for each', () => {
  const handedOver = { ...dispatched, rule: 'by_absence' } as const
  const { tellings } = counterpartsOf({ ...fromStaff, payload: handedOver }, parties)

  expect(tellings).toMatchObject([{ reason: 'assigned', isWithoutMail: true }])
})
