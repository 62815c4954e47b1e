import { z } from 'zod'
import { ContactPermission, ContactRole } from './access.ts'
import { Id, Language, Name, Reference } from './primitives.ts'
import { defineRoute } from './route.ts'
import {
  changePassword,
  endSession,
  listSessions,
  refreshSession,
  requestPasswordReset,
  setPassword,
  signIn,
  signOut,
} from './identity.ts'

export const ExtranetMe = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['Anna Berg'] }),
    email: z.string().meta({ examples: ['anna@nordlys.example'] }),
    phone: z.string().meta({ examples: ['+45 12 34 56 78'] }),
    title: z.string().meta({ examples: ['Office manager'] }),
    role: ContactRole,
    seesAllCases: z.boolean().meta({ examples: [false] }),
    language: Language,
    customer: Reference,
    supplier: z
      .string()
      .meta({ description: 'The name of the company that gives the support.', examples: ['Fjordbyte'] }),
    permissions: z.array(ContactPermission),
  })
  .meta({ id: 'ExtranetMe' })

export type ExtranetMe = z.infer<typeof ExtranetMe>

export const extranetSignIn = defineRoute({
  ...signIn,
  path: '/api/extranet/v1/session',
  tag: 'Extranet: identity',
  summary: 'Sign in as a contact',
})

export const extranetRefreshSession = defineRoute({
  ...refreshSession,
  path: '/api/extranet/v1/session/refreshment',
  tag: 'Extranet: identity',
  summary: 'Refresh the contact session',
})

export const extranetSignOut = defineRoute({
  ...signOut,
  path: '/api/extranet/v1/session',
  tag: 'Extranet: identity',
  access: { audience: 'contact', permission: 'self' },
})

export const extranetRequestPasswordReset = defineRoute({
  ...requestPasswordReset,
  path: '/api/extranet/v1/password-resets',
  tag: 'Extranet: identity',
  summary: 'Ask for a new contact password',
})

export const extranetSetPassword = defineRoute({
  ...setPassword,
  path: '/api/extranet/v1/passwords',
  tag: 'Extranet: identity',
  summary: 'Choose a contact password by a mailed link',
})

export const extranetChangePassword = defineRoute({
  ...changePassword,
  path: '/api/extranet/v1/me/password',
  tag: 'Extranet: identity',
  access: { audience: 'contact', permission: 'self' },
})

export const extranetGetMe = defineRoute({
  method: 'GET',
  path: '/api/extranet/v1/me',
  tag: 'Extranet: identity',
  summary: 'Who am I',
  description: 'The contact, the customer it belongs to and what it may do.',
  access: { audience: 'contact', permission: 'self' },
  responses: { 200: ExtranetMe },
  refusals: [],
})

export const extranetUpdateMe = defineRoute({
  method: 'PATCH',
  path: '/api/extranet/v1/me',
  tag: 'Extranet: identity',
  summary: 'Change one’s own profile',
  description: 'Name, phone, title and language.',
  access: { audience: 'contact', permission: 'self' },
  body: z.strictObject({
    name: Name.optional(),
    phone: z
      .string()
      .trim()
      .max(50)
      .optional()
      .meta({ examples: ['+45 12 34 56 78'] }),
    title: z
      .string()
      .trim()
      .max(100)
      .optional()
      .meta({ examples: ['Office manager'] }),
    language: Language.optional(),
  }),
  responses: { 200: ExtranetMe },
  refusals: [],
})

export const extranetListSessions = defineRoute({
  ...listSessions,
  path: '/api/extranet/v1/me/sessions',
  tag: 'Extranet: identity',
  access: { audience: 'contact', permission: 'self' },
})

export const extranetEndSession = defineRoute({
  ...endSession,
  path: '/api/extranet/v1/me/sessions/:sessionId',
  tag: 'Extranet: identity',
  access: { audience: 'contact', permission: 'self' },
})
