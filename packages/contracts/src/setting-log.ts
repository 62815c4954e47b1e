import { z } from 'zod'
import { EventItem } from './dialogue.ts'
import { idParams, pageOf, pageQuery } from './primitives.ts'
import { defineRoute } from './route.ts'

export const listSettingLog = defineRoute({
  method: 'GET',
  path: '/api/v1/settings/:settingId/log',
  tag: 'Settings',
  summary: 'Read the log of a setting',
  description:
    'Who changed a calendar, policy, rule, field, template or any other setting, and what, latest first. Empty for what was never changed.',
  access: { audience: 'staff', permission: 'settings:read' },
  params: idParams('settingId'),
  query: z.strictObject(pageQuery),
  responses: { 200: pageOf(EventItem) },
  refusals: ['invalid_cursor'],
})
