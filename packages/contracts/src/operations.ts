import { z } from 'zod'
import { Id, Instant, idParams, pageOf, pageQuery } from './primitives.ts'
import { defineRoute } from './route.ts'

export const MailState = z
  .enum(['waiting', 'sent', 'failed', 'not_configured'])
  .meta({ id: 'MailState', examples: ['sent'] })
export const Mail = z
  .object({
    id: Id,
    kind: z.string().meta({ examples: ['reply_posted'] }),
    toAddress: z.string().meta({ examples: ['anna@nordlys.example'] }),
    toName: z.string().meta({ examples: ['Anna Berg'] }),
    subject: z.string().meta({ examples: ['[#1042] Cannot print invoices'] }),
    state: MailState,
    attempts: z.int().meta({ examples: [1] }),
    lastError: z
      .string()
      .nullable()
      .meta({ examples: [null] }),
    messageId: z.string().meta({ examples: ['<019371f0@desk.example>'] }),
    createdAt: Instant,
    sentAt: Instant.nullable(),
  })
  .meta({ id: 'Mail' })
export type Mail = z.infer<typeof Mail>

export const listMails = defineRoute({
  method: 'GET',
  path: '/api/v1/mails',
  tag: 'Operations',
  summary: 'List outgoing mail',
  description: 'Newest first, with the state of its delivery.',
  access: { audience: 'staff', permission: 'mail:read' },
  query: z.strictObject({ ...pageQuery, state: MailState.optional() }),
  responses: { 200: pageOf(Mail) },
  refusals: ['invalid_cursor'],
})
export const getMail = defineRoute({
  method: 'GET',
  path: '/api/v1/mails/:mailId',
  tag: 'Operations',
  summary: 'Read an outgoing mail',
  description: 'With its text. Secrets of invitations and resets are shown only while no mail server is configured.',
  access: { audience: 'staff', permission: 'mail:read' },
  params: idParams('mailId'),
  responses: { 200: Mail.extend({ text: z.string().meta({ examples: ['There is a new answer.'] }) }) },
  refusals: ['not_found'],
})
export const resendMail = defineRoute({
  method: 'POST',
  path: '/api/v1/mails/:mailId/attempts',
  tag: 'Operations',
  summary: 'Try to send a mail again',
  description: 'With the same Message-ID.',
  access: { audience: 'staff', permission: 'mail:write' },
  params: idParams('mailId'),
  responses: { 202: null },
  refusals: ['not_found'],
  budget: 'mail',
})

export const ImportJob = z
  .object({
    id: Id,
    source: z.string().meta({
      description: 'Names the system it comes from; repeated imports of a source never double.',
      examples: ['helpdesk-log'],
    }),
    fileName: z.string().meta({ examples: ['cases.csv'] }),
    state: z.enum(['waiting', 'running', 'finished', 'failed']),
    rowsRead: z.int().meta({ examples: [21348] }),
    casesCreated: z.int().meta({ examples: [4580] }),
    casesUpdated: z.int().meta({ examples: [0] }),
    eventsCreated: z.int().meta({ examples: [21348] }),
    rowsRefused: z.int().meta({ examples: [0] }),
    failure: z
      .string()
      .nullable()
      .meta({ examples: [null] }),
    startedByName: z.string().meta({ examples: ['Mette Holm'] }),
    createdAt: Instant,
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'ImportJob' })
export type ImportJob = z.infer<typeof ImportJob>
export const ImportRefusal = z
  .object({
    line: z.int().meta({ examples: [17] }),
    column: z.string().meta({ examples: ['Complete Timestamp'] }),
    reason: z.string().meta({ examples: ['invalid_timestamp'] }),
    value: z.string().meta({ examples: ['yesterday'] }),
  })
  .meta({ id: 'ImportRefusal' })

export const listImports = defineRoute({
  method: 'GET',
  path: '/api/v1/imports',
  tag: 'Operations',
  summary: 'List imports',
  description: 'Newest first.',
  access: { audience: 'staff', permission: 'import:write' },
  query: z.strictObject(pageQuery),
  responses: { 200: pageOf(ImportJob) },
  refusals: ['invalid_cursor'],
})
export const getImport = defineRoute({
  method: 'GET',
  path: '/api/v1/imports/:importId',
  tag: 'Operations',
  summary: 'Read an import',
  description: 'How far it came.',
  access: { audience: 'staff', permission: 'import:write' },
  params: idParams('importId'),
  responses: { 200: ImportJob },
  refusals: ['not_found'],
})
export const startImport = defineRoute({
  method: 'POST',
  path: '/api/v1/imports',
  tag: 'Operations',
  summary: 'Import cases from CSV',
  description: 'Two parts: `mapping` (JSON) and `file` (CSV). Runs as a job; the same rows never arrive twice.',
  access: { audience: 'staff', permission: 'import:write' },
  body: z.strictObject({
    mapping: z.string().meta({ description: 'The mapping, as JSON.' }),
    file: z.string().meta({ format: 'binary' }),
  }),
  multipart: true,
  responses: { 202: ImportJob },
  refusals: ['mapping_refused', 'file_refused', 'body_too_large', 'storage_full'],
  budget: 'upload',
})
export const listImportRefusals = defineRoute({
  method: 'GET',
  path: '/api/v1/imports/:importId/refusals',
  tag: 'Operations',
  summary: 'List the refused rows of an import',
  description: 'In order of their lines.',
  access: { audience: 'staff', permission: 'import:write' },
  params: idParams('importId'),
  query: z.strictObject(pageQuery),
  responses: { 200: pageOf(ImportRefusal) },
  refusals: ['not_found', 'invalid_cursor'],
})
