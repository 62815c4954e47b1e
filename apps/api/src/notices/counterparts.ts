import type { NoticeReason, NoticeScope } from '@timedesk/contracts/notice-reasons'
import type { Claim } from '@timedesk/domain/notices/choose-channels'
import type { DeliveredEvent } from '../platform/events/relay.ts'

/** Some of the staff who are told, and why. */
export type Telling = Claim & {
  to: { employeeIds: readonly string[] } | { departmentIds: readonly string[] } | 'followers'
}

/** Who hears of an event. */
export type Audience = {
  contactIds: string[]
  mailContacts: boolean
  tellings: Telling[]
  /** Nobody is told of their own deeds. */
  exceptId: string | null
}

export type CaseParties = {
  contactId: string | null
  /** Contacts who see the case beside its own. */
  participantIds: readonly string[]
  responsibleId: string | null
  /** Who stands in for the one responsible, who is away. */
  standInId: string | null
  /** Of the customer. */
  accountManagerId: string | null
  departmentId: string
  /** Who had put the case away until this happened. */
  wokenIds: readonly string[]
  /** Who began the side conversation that the event is about. */
  askerId: string | null
  wasSilent: boolean
}

type Happening = Pick<DeliveredEvent, 'actorKind' | 'actorId' | 'payload'>

/**
 * The people whom an event concerns, by rule: the other party, and of the staff those whose case it is, who follow it,
 * who are called by name, and the queue while nobody is responsible. Never its author.
 */
export function counterpartsOf(event: Happening, parties: CaseParties): Audience {
  const woken: Telling[] = parties.wokenIds.length === 0 ? [] : [toPeople('snooze_ended', 'mine', parties.wokenIds)]
  return {
    ...contactsOf(event, parties),
    tellings: [...tellingsOf(event, parties), ...woken],
    exceptId: isDeed(event) ? event.actorId : null,
  }
}

/** The reasons for which one of the staff is told. */
export function claimsOf(
  { id, departmentId, isFollower }: { id: string; departmentId: string; isFollower: boolean },
  tellings: readonly Telling[],
): Claim[] {
  return tellings.filter(({ to }) => {
    if (to === 'followers') return isFollower
    return 'employeeIds' in to ? to.employeeIds.includes(id) : to.departmentIds.includes(departmentId)
  })
}

/** Time that passes is nobody's deed, whoever's request it was noticed in; and no contact is of the staff. */
function isDeed({ payload, actorKind }: Happening): boolean {
  return actorKind !== 'contact' && payload.type !== 'clock.warned' && payload.type !== 'clock.breached'
}

/** What is said reaches everybody who sees the case; where it stands is the news of whose case it is. */
function contactsOf(
  { payload, actorKind, actorId }: Happening,
  { contactId, participantIds, wasSilent }: CaseParties,
): Pick<Audience, 'contactIds' | 'mailContacts'> {
  const byContact = actorKind === 'contact'
  const nobody = { contactIds: [], mailContacts: false }
  const owners = idsOf(contactId).filter((id) => id !== actorId)
  const all = [...owners, ...participantIds.filter((id) => id !== actorId && id !== contactId)]
  const told = { contactIds: owners, mailContacts: true }
  switch (payload.type) {
    case 'case.created':
      return byContact ? nobody : told
    case 'reply.posted':
      return { contactIds: all, mailContacts: !byContact }
    case 'case.close_warned':
      return told
    case 'case.merged':
      return { ...told, contactIds: all }
    case 'case.status_changed':
      return byContact || !wasSilent || isArranged(payload.cause) ? nobody : told
    default:
      return nobody
  }
}

/** The company arranged its statuses or its cases anew: that move is nobody's news. */
function isArranged(cause: string | undefined): boolean {
  return cause === 'workflow' || cause === 'type' || cause === 'merge' || cause === 'unmerge'
}

function tellingsOf({ payload, actorKind }: Happening, parties: CaseParties): Telling[] {
  const byContact = actorKind === 'contact'
  switch (payload.type) {
    case 'case.created':
      return byContact ? toOwners('reported', parties) : []
    case 'reply.posted':
      return byContact ? toAll('customer_answered', parties) : toColleagues('replied', parties)
    case 'case.status_changed':
      if (isArranged(payload.cause) || !parties.wasSilent) return []
      return byContact ? toAll('customer_answered', parties) : toColleagues('status_changed', parties)
    case 'case.dispatched':
      return dispatched(payload)
    case 'time.questioned':
      return toOwners('time_questioned', {
        ...parties,
        responsibleId: parties.responsibleId ?? parties.accountManagerId,
      })
    case 'note.written':
      return [
        ...toColleagues('noted', parties),
        ...toNamed('mentioned', payload.mentionedIds, payload.mentionedDepartmentIds),
      ]
    case 'clock.warned':
    case 'clock.breached': {
      const reason = payload.type === 'clock.warned' ? 'clock_warned' : 'clock_breached'
      return [...toNamed(reason, payload.employeeIds, payload.departmentIds), toFollowers(reason)]
    }
    case 'rule.ran':
      return toNamed('rule_told', payload.employeeIds, payload.departmentIds)
    case 'case.asked':
      return [toPeople('asked', 'mine', [payload.employeeId])]
    case 'case.merged':
      return toColleagues('merged', parties)
    case 'side.received':
      return [...toAll('side_answered', parties), ...toNamed('side_answered', idsOf(parties.askerId), [])]
    case 'case.snooze_ended':
      return payload.cause === 'time' ? [toPeople('snooze_ended', 'mine', [payload.employeeId])] : []
    case 'message.not_sent':
      return [toPeople('not_sent', 'mine', [payload.employeeId])]
    default:
      return []
  }
}

type Dispatched = { rule: string; toResponsibleId: string | null; toDepartmentId: string }

/** Of many cases that are handed over at once no mail is written for each. */
function dispatched({ rule, toResponsibleId, toDepartmentId }: Dispatched): Telling[] {
  const telling =
    toResponsibleId === null
      ? toDepartment('assigned', toDepartmentId)
      : toPeople('assigned', 'mine', [toResponsibleId])
  return [{ ...telling, isWithoutMail: rule === 'by_absence' }]
}

/** Who has the case and who stands in for them; without anybody, the queue. */
function toOwners(reason: NoticeReason, { responsibleId, standInId, departmentId }: CaseParties): Telling[] {
  if (responsibleId === null) return [toDepartment(reason, departmentId)]
  return [toPeople(reason, 'mine', [responsibleId, ...idsOf(standInId)])]
}

function toAll(reason: NoticeReason, parties: CaseParties): Telling[] {
  return [...toOwners(reason, parties), toFollowers(reason)]
}

/** What colleagues do concerns who has the case and who follows it. */
function toColleagues(reason: NoticeReason, { responsibleId }: CaseParties): Telling[] {
  return [...toNamed(reason, idsOf(responsibleId), []), toFollowers(reason)]
}

function toNamed(
  reason: NoticeReason,
  employeeIds: readonly string[] = [],
  departmentIds: readonly string[] = [],
): Telling[] {
  return [
    ...(employeeIds.length === 0 ? [] : [toPeople(reason, 'mine', employeeIds)]),
    ...(departmentIds.length === 0 ? [] : [{ reason, scope: 'department' as const, to: { departmentIds } }]),
  ]
}

function toPeople(reason: NoticeReason, scope: NoticeScope, employeeIds: readonly string[]): Telling {
  return { reason, scope, to: { employeeIds } }
}

function toDepartment(reason: NoticeReason, departmentId: string): Telling {
  return { reason, scope: 'department', to: { departmentIds: [departmentId] } }
}

function toFollowers(reason: NoticeReason): Telling {
  return { reason, scope: 'followed', to: 'followers' }
}

function idsOf(id: string | null): string[] {
  return id === null ? [] : [id]
}
