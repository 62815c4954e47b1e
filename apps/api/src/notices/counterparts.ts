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
  /** Nobody is told of their own deeds. */
  exceptId: string | null
}

type CaseParties = {
  contactId: string | null
  responsibleId: string | null
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
    case 'case.status_changed':
      if (byContact) return parties.wasSilent ? toStaff(parties, actorId) : nobody
      return parties.wasSilent ? toContacts(parties, actorId, true) : nobody
    case 'case.dispatched':
      return toResponsible(payload.toResponsibleId, actorId)
    case 'time.questioned':
      return toStaff({ ...parties, responsibleId: parties.responsibleId ?? parties.accountManagerId }, actorId)
    case 'note.written':
      return toResponsible(parties.responsibleId, actorId, false)
    default:
      return nobody
  }
}

function toContacts({ contactId }: CaseParties, actorId: string | null, mailContacts: boolean): Audience {
  return contactId === null || contactId === actorId ? nobody : { ...nobody, contactIds: [contactId], mailContacts }
}

function toStaff({ responsibleId, departmentId }: CaseParties, exceptId: string | null): Audience {
  if (responsibleId === null) return { ...nobody, departmentId, exceptId }
  return { ...nobody, staffIds: [responsibleId], mailStaffId: responsibleId, exceptId }
}

function toResponsible(responsibleId: string | null, actorId: string | null, byMail = true): Audience {
  if (responsibleId === null || responsibleId === actorId) return nobody
  return { ...nobody, staffIds: [responsibleId], mailStaffId: byMail ? responsibleId : null }
}

function merge(staff: Audience, contacts: Audience): Audience {
  return { ...staff, contactIds: contacts.contactIds, mailContacts: contacts.mailContacts }
}
