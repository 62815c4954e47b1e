import { z } from 'zod'
import { EventItem } from './dialogue.ts'
import { idParams, pageOf, pageQuery } from './primitives.ts'
import { defineRoute } from './route.ts'

export const listAgreementLog = defineRoute({
  method: 'GET',
  path: '/api/v1/agreements/:agreementId/log',
  tag: 'Agreements',
  summary: 'Read the log of an agreement',
  description: 'What happened to it, to its vouchers and to its plan, latest first.',
  access: { audience: 'staff', permission: 'agreement:read' },
  params: idParams('agreementId'),
  query: z.strictObject(pageQuery),
  responses: { 200: pageOf(EventItem) },
  refusals: ['not_found', 'invalid_cursor'],
})
