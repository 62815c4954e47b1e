import { z } from 'zod'
import { ContactRole } from './access.ts'
import {
  Email,
  Id,
  Instant,
  Language,
  Name,
  OptionalLine,
  Reference,
  activeQuery,
  idParams,
  pageOf,
  pageQuery,
  searchQuery,
} from './primitives.ts'
import { defineRoute } from './route.ts'

export const Contact = z
  .object({
    id: Id,
    customer: Reference,
    name: z.string().meta({ examples: ['Anna Berg'] }),
    email: z.string().meta({ examples: ['anna@nordlys.example'] }),
    phone: z.string().meta({ examples: ['+45 12 34 56 78'] }),
    title: z.string().meta({ examples: ['Office manager'] }),
    role: ContactRole,
    seesAllCases: z
      .boolean()
      .meta({ description: 'Sees all cases of the customer, not only the own ones.', examples: [false] }),
    language: Language,
    isActive: z.boolean().meta({ examples: [true] }),
    hasPassword: z.boolean().meta({ description: 'False until the invitation is accepted.', examples: [true] }),
    lastSignedInAt: Instant.nullable(),
    version: z.int().meta({ examples: [1] }),
  })
  .meta({ id: 'Contact' })

export type Contact = z.infer<typeof Contact>

const contactFields = {
  name: Name,
  email: Email,
  phone: OptionalLine,
  title: OptionalLine,
  role: ContactRole,
  seesAllCases: z.boolean(),
  language: Language,
}

export const listContacts = defineRoute({
  method: 'GET',
  path: '/api/v1/contacts',
  tag: 'Customers',
  summary: 'List contacts',
  description: 'Sorted by name; search looks in name and e-mail.',
  access: { audience: 'staff', permission: 'customer:read' },
  query: z.strictObject({ ...pageQuery, ...searchQuery, ...activeQuery, customerId: Id.optional() }),
  responses: { 200: pageOf(Contact) },
  refusals: ['invalid_cursor'],
})

export const getContact = defineRoute({
  method: 'GET',
  path: '/api/v1/contacts/:contactId',
  tag: 'Customers',
  summary: 'Read a contact',
  description: 'One contact.',
  access: { audience: 'staff', permission: 'customer:read' },
  params: idParams('contactId'),
  responses: { 200: Contact },
  refusals: ['not_found'],
  etag: true,
})

export const createContact = defineRoute({
  method: 'POST',
  path: '/api/v1/contacts',
  tag: 'Customers',
  summary: 'Create a contact',
  description: 'Mails an invitation to the extranet when `invite` is true.',
  access: { audience: 'staff', permission: 'customer:write' },
  body: z.strictObject({
    ...contactFields,
    customerId: Id,
    phone: OptionalLine.default(''),
    title: OptionalLine.default(''),
    role: ContactRole.default('requester'),
    seesAllCases: z.boolean().default(false),
    language: Language.default('en'),
    invite: z.boolean().default(true),
  }),
  responses: { 201: Contact },
  refusals: ['conflict', 'reference_refused'],
})

export const updateContact = defineRoute({
  method: 'PATCH',
  path: '/api/v1/contacts/:contactId',
  tag: 'Customers',
  summary: 'Change or deactivate a contact',
  description: 'Deactivating ends all sessions at once.',
  access: { audience: 'staff', permission: 'customer:write' },
  params: idParams('contactId'),
  body: z.strictObject({ ...contactFields, isActive: z.boolean() }).partial(),
  responses: { 200: Contact },
  refusals: ['not_found', 'conflict'],
  ifMatch: 'optional',
  etag: true,
})

export const inviteContact = defineRoute({
  method: 'POST',
  path: '/api/v1/contacts/:contactId/invitations',
  tag: 'Customers',
  summary: 'Invite a contact to the extranet',
  description: 'Earlier invitations stop working.',
  access: { audience: 'staff', permission: 'customer:write' },
  params: idParams('contactId'),
  responses: { 202: null },
  refusals: ['not_found', 'account_inactive'],
  budget: 'mail',
})
