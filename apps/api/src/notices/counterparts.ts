import type { DeliveredEvent } from '../platform/events/relay.ts'

/** Who hears of an event. */
export type Audience = {
  contactIds: string[]
  mailContacts: boolean
  staffIds: string[]
  /** The queue whose people hear of it, while nobody is responsible. */
  departmentId: string | null
  /** The one of the staff who also gets a mail: the person responsible. */
  mailStaffId: string | null
  /** People and queues of the staff who are told by name, and by mail as well. */
  told: { employeeIds: readonly string[]; departmentIds: readonly string[] }
  /** Nobody is told of their own deeds. */
  exceptId: string | null
}

type CaseParties = {
  contactId: string | null
  responsibleId: string | null
  /** Who stands in for the one responsible, who is away. */
  standInId: string | null
  /** Of the customer. */
  accountManagerId: string | null
  departmentId: string
  wasSilent: boolean
}

const nobody: Audience = {
  contactIds: [],
  mailContacts: false,
  staffIds: [],
  departmentId: null,
  mailStaffId: null,
  told: { employeeIds: [], departmentIds: [] },
  exceptId: null,
}

/** The people on the other side of an event, by rule: each change notifies the other party once, never its author. */
export function counterpartsOf(
  event: Pick<DeliveredEvent, 'actorKind' | 'actorId' | 'payload'>,
  parties: CaseParties,
): Audience {
  const { payload, actorId } = event
  const byContact = event.actorKind === 'contact'
  switch (payload.type) {
    case 'case.created':
      return byContact ? toStaff(parties, actorId) : toContacts(parties, actorId, true)
    case 'reply.posted':
      return byContact
        ? merge(toStaff(parties, actorId), toContacts(parties, actorId, false))
        : toContacts(parties, actorId, true)
    case 'case.close_warned':
      return toContacts(parties, actorId, true)
    case 'case.status_changed':
      // The company arranged its statuses anew: that is nobody's news.
      if (payload.cause === 'workflow' || payload.cause === 'type') return nobody
      if (byContact) return parties.wasSilent ? toStaff(parties, actorId) : nobody
      return parties.wasSilent ? toContacts(parties, actorId, true) : nobody
    case 'case.dispatched':
      // Of many cases that are handed over at once no mail is written for each.
      return toResponsible(payload.toResponsibleId, actorId, payload.rule !== 'by_absence')
    case 'time.questioned':
      return toStaff({ ...parties, responsibleId: parties.responsibleId ?? parties.accountManagerId }, actorId)
    case 'note.written':
      return toResponsible(parties.responsibleId, actorId, false)
    case 'clock.warned':
    case 'clock.breached':
      return { ...nobody, told: payload }
    case 'rule.ran':
      return {
        ...nobody,
        told: { employeeIds: payload.employeeIds ?? [], departmentIds: payload.departmentIds ?? [] },
      }
    default:
      return nobody
  }
}

function toContacts({ contactId }: CaseParties, actorId: string | null, mailContacts: boolean): Audience {
  return contactId === null || contactId === actorId ? nobody : { ...nobody, contactIds: [contactId], mailContacts }
}

/** Whoever stands in for somebody who is away hears of it as well. */
function toStaff({ responsibleId, standInId, departmentId }: CaseParties, exceptId: string | null): Audience {
  if (responsibleId === null) return { ...nobody, departmentId, exceptId }
  const told = { employeeIds: standInId === null ? [] : [standInId], departmentIds: [] }
  return { ...nobody, staffIds: [responsibleId], mailStaffId: responsibleId, told, exceptId }
}

function toResponsible(responsibleId: string | null, actorId: string | null, byMail = true): Audience {
  if (responsibleId === null || responsibleId === actorId) return nobody
  return { ...nobody, staffIds: [responsibleId], mailStaffId: byMail ? responsibleId : null }
}

function merge(staff: Audience, contacts: Audience): Audience {
  return { ...staff, contactIds: contacts.contactIds, mailContacts: contacts.mailContacts }
}
