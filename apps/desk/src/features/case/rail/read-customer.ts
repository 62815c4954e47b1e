import { getContact } from '@timedesk/contracts/contacts'
import { getCustomerCard } from '@timedesk/contracts/customers'

import { client } from '../../../shared/client.ts'

export function readCustomerCard(customerId: string, signal: AbortSignal) {
  return client.call(getCustomerCard, { params: { customerId }, signal })
}

export function readContact(contactId: string, signal: AbortSignal) {
  return client.call(getContact, { params: { contactId }, signal })
}
