import { z } from 'zod'
import { Agreement } from './agreements.ts'
import { Day, Reason, idParams } from './primitives.ts'
import { defineRoute } from './route.ts'

export const terminateAgreement = defineRoute({
  method: 'PUT',
  path: '/api/v1/agreements/:agreementId/termination',
  tag: 'Agreements',
  summary: 'Give notice',
  description:
    'Ends it on the given day, else on the earliest that notice and term allow (R36). Periods that begin later are not charged; prepaid days that are left are credited if it says so.',
  access: { audience: 'staff', permission: 'agreement:write' },
  params: idParams('agreementId'),
  body: z.strictObject({ lastDay: Day.optional(), reason: Reason }),
  responses: { 200: Agreement },
  refusals: ['not_found', 'notice_too_short', 'agreement_state_refused'],
  ifMatch: 'required',
  etag: true,
})
export const withdrawTermination = defineRoute({
  method: 'DELETE',
  path: '/api/v1/agreements/:agreementId/termination',
  tag: 'Agreements',
  summary: 'Take notice back',
  description: 'Until its last day is over; it goes on as before.',
  access: { audience: 'staff', permission: 'agreement:write' },
  params: idParams('agreementId'),
  responses: { 200: Agreement },
  refusals: ['not_found', 'agreement_state_refused'],
  ifMatch: 'required',
  etag: true,
})
