import * as contracts from '@timedesk/contracts/contacts'
import type { RouteModule } from '../platform/http/serve.ts'
import { createContact } from './create-contact.ts'
import { findContact, findContacts } from './find-contacts.ts'
import { inviteContact } from './invite-contact.ts'
import { updateContact } from './update-contact.ts'

export const contactRoutes: RouteModule = (serve) => {
  serve.read(contracts.listContacts, async ({ reader, deps, query }) => ({
    body: await findContacts(reader, deps.paging, query),
  }))

  serve.read(contracts.getContact, async ({ reader, params }) => {
    const contact = await findContact(reader, params.contactId)
    return { body: contact, version: contact.version }
  })

  serve.write(contracts.createContact, async ({ tx, context, deps, body }) => {
    const id = await createContact(tx, context, body, deps.publicUrl)
    const contact = await findContact(tx, id)
    return { body: contact, version: contact.version, location: `/api/v1/contacts/${id}` }
  })

  serve.write(contracts.updateContact, async ({ tx, context, params, body, ifMatch }) => {
    await updateContact(tx, context, { contactId: params.contactId, ...body }, ifMatch)
    const contact = await findContact(tx, params.contactId)
    return { body: contact, version: contact.version }
  })

  serve.write(contracts.inviteContact, async ({ tx, context, deps, params }) => {
    await inviteContact(tx, context, params.contactId, deps.publicUrl)
    return { body: undefined }
  })
}
