import type { ContactRole } from '@timedesk/contracts/access'
import type { Contact } from '@timedesk/contracts/contacts'
import type { Language, Reference } from '@timedesk/contracts/primitives'

/** A contact as it is written in the form; named as the fields of the request. */
export type ContactDraft = {
  name: string
  email: string
  phone: string
  title: string
  role: ContactRole
  seesAllCases: boolean
  language: Language
}

/** What is asked once, when a contact is created. */
export type NewContactDraft = ContactDraft & { customerId: Reference | null; invite: boolean }

export const emptyContact = (customer: Reference | null, language: Language): NewContactDraft => ({
  customerId: customer,
  name: '',
  email: '',
  phone: '',
  title: '',
  role: 'requester',
  seesAllCases: false,
  language,
  invite: true,
})

export function draftOfContact(contact: Contact): ContactDraft {
  const { name, email, phone, title, role, seesAllCases, language } = contact
  return { name, email, phone, title, role, seesAllCases, language }
}
