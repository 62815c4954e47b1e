import { z } from 'zod'
import { defineRoute } from './route.ts'

export const SetupStepName = z
  .enum(['company', 'mail', 'hours', 'people', 'customer', 'case'])
  .meta({ id: 'SetupStepName', examples: ['company'] })

export type SetupStepName = z.infer<typeof SetupStepName>

export const SetupSteps = z
  .object({ data: z.array(z.object({ step: SetupStepName, isDone: z.boolean().meta({ examples: [true] }) })) })
  .meta({ id: 'SetupSteps' })

export type SetupSteps = z.infer<typeof SetupSteps>

export const listSetupSteps = defineRoute({
  method: 'GET',
  path: '/api/v1/setup-steps',
  tag: 'Settings',
  summary: 'See what a new help desk still needs',
  description:
    'Told by what is there: the company’s address, a mail server, opening hours of its own, a colleague, a customer and a case.',
  access: { audience: 'staff', permission: 'settings:write' },
  responses: { 200: SetupSteps },
  refusals: [],
})
