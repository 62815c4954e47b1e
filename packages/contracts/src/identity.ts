import { z } from 'zod'
import { Permission, Scope, StaffRole } from './access.ts'
import { PASSWORD_LENGTH_MAX } from './limits.ts'
import { Email, Id, Instant, Language, Name, Reference, idParams } from './primitives.ts'
import { defineRoute } from './route.ts'
import { UndoSeconds } from './undo-seconds.ts'

/** Length and quality are judged by the password rule, so that its refusal can say what is wrong. */
const Password = z
  .string()
  .min(1)
  .max(PASSWORD_LENGTH_MAX)
  .meta({ format: 'password', examples: ['correct horse battery staple'] })

const Secret = z
  .string()
  .min(20)
  .max(200)
  .meta({ description: 'The secret out of the mailed link.', examples: ['q7Jm2wqXk3uVt8yZ0aBcDeFgHiJkLmNo'] })

export const Me = z
  .object({
    id: Id,
    name: z.string().meta({ examples: ['Mette Holm'] }),
    email: z.string().meta({ examples: ['mette@example.test'] }),
    initials: z.string().meta({ examples: ['MH'] }),
    role: StaffRole,
    department: Reference,
    language: Language,
    undoSeconds: UndoSeconds,
    permissions: z
      .array(Permission)
      .meta({ description: 'What this caller may do now: the role, cut down to the token’s scopes.' }),
    scopes: z.array(Scope).nullable().meta({ description: 'The scopes of the token in use; null for a session.' }),
    company: z.object({
      name: z.string().meta({ examples: ['Fjordbyte'] }),
      currency: z.string().meta({ examples: ['DKK'] }),
      timeZone: z.string().meta({ examples: ['Europe/Copenhagen'] }),
    }),
  })
  .meta({ id: 'Me' })

export type Me = z.infer<typeof Me>

export const Session = z
  .object({
    id: Id,
    createdAt: Instant,
    lastSeenAt: Instant,
    expiresAt: Instant,
    userAgent: z.string().meta({ examples: ['Firefox on Linux'] }),
    ipAddress: z.string().meta({ examples: ['127.0.0.1'] }),
    isCurrent: z.boolean().meta({ examples: [true] }),
  })
  .meta({ id: 'Session' })

export type Session = z.infer<typeof Session>

/** How long the access cookie lasts, so that a client can refresh in time. */
export const SignedIn = z.object({ accessExpiresAt: Instant }).meta({ id: 'SignedIn' })

const signInBody = z.strictObject({ email: Email, password: Password })

const resetBody = z.strictObject({ email: Email })

const passwordBody = z.strictObject({ secret: Secret, password: Password })

const changeBody = z.strictObject({ currentPassword: Password, password: Password })

const sessionParams = idParams('sessionId')

const signInText =
  'Sets the access and the refresh cookie. Every wrong pair of e-mail and password gets the same answer in the same time.'

const refreshText =
  'Exchanges the refresh cookie for a new pair. A refresh secret that comes back after it was exchanged ends the session.'

const resetText =
  'Always answers alike, whether or not the address is known; the mail holds a link that works once and for a limited time.'

export const signIn = defineRoute({
  method: 'POST',
  path: '/api/v1/session',
  tag: 'Identity',
  summary: 'Sign in as staff',
  description: signInText,
  access: { audience: 'public' },
  body: signInBody,
  responses: { 201: SignedIn },
  refusals: ['sign_in_failed', 'rate_limited'],
  budget: 'sign_in',
})

export const refreshSession = defineRoute({
  method: 'POST',
  path: '/api/v1/session/refreshment',
  tag: 'Identity',
  summary: 'Refresh the staff session',
  description: refreshText,
  access: { audience: 'public' },
  responses: { 201: SignedIn },
  refusals: ['session_ended'],
})

export const signOut = defineRoute({
  method: 'DELETE',
  path: '/api/v1/session',
  tag: 'Identity',
  summary: 'Sign out',
  description: 'Ends this session and clears its cookies.',
  access: { audience: 'staff', permission: 'self', sessionOnly: true },
  responses: { 204: null },
  refusals: [],
})

export const requestPasswordReset = defineRoute({
  method: 'POST',
  path: '/api/v1/password-resets',
  tag: 'Identity',
  summary: 'Ask for a new staff password',
  description: resetText,
  access: { audience: 'public' },
  body: resetBody,
  responses: { 202: null },
  refusals: ['rate_limited'],
  budget: 'mail',
})

export const setPassword = defineRoute({
  method: 'POST',
  path: '/api/v1/passwords',
  tag: 'Identity',
  summary: 'Choose a staff password by a mailed link',
  description: 'Serves invitation and reset alike. The secret works once; all other sessions end.',
  access: { audience: 'public' },
  body: passwordBody,
  responses: { 204: null },
  refusals: ['secret_refused', 'password_refused'],
  budget: 'sign_in',
})

export const changePassword = defineRoute({
  method: 'PUT',
  path: '/api/v1/me/password',
  tag: 'Identity',
  summary: 'Change one’s own password',
  description: 'Asks for the present password; all other sessions end.',
  access: { audience: 'staff', permission: 'self', sessionOnly: true },
  body: changeBody,
  responses: { 204: null },
  refusals: ['sign_in_failed', 'password_refused'],
  budget: 'sign_in',
})

export const getMe = defineRoute({
  method: 'GET',
  path: '/api/v1/me',
  tag: 'Identity',
  summary: 'Who am I',
  description: 'The caller, its role and what it may do right now.',
  access: { audience: 'staff', permission: 'self' },
  responses: { 200: Me },
  refusals: [],
})

export const updateMe = defineRoute({
  method: 'PATCH',
  path: '/api/v1/me',
  tag: 'Identity',
  summary: 'Change one’s own profile',
  description: 'Name, language, and how long a message that was sent can be called back.',
  access: { audience: 'staff', permission: 'self', sessionOnly: true },
  body: z.strictObject({
    name: Name.optional(),
    language: Language.optional(),
    undoSeconds: UndoSeconds.optional(),
  }),
  responses: { 200: Me },
  refusals: [],
})

export const listSessions = defineRoute({
  method: 'GET',
  path: '/api/v1/me/sessions',
  tag: 'Identity',
  summary: 'List one’s sessions',
  description: 'All live sessions of the caller, newest first.',
  access: { audience: 'staff', permission: 'self', sessionOnly: true },
  responses: { 200: z.object({ data: z.array(Session) }) },
  refusals: [],
})

export const endSession = defineRoute({
  method: 'DELETE',
  path: '/api/v1/me/sessions/:sessionId',
  tag: 'Identity',
  summary: 'End one of one’s sessions',
  description: 'The device that holds it is signed out at its next request.',
  access: { audience: 'staff', permission: 'self', sessionOnly: true },
  params: sessionParams,
  responses: { 204: null },
  refusals: ['not_found'],
})
