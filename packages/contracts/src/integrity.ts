import { z } from 'zod'
import { Instant } from './primitives.ts'
import { defineRoute } from './route.ts'

export const IntegrityReport = z
  .object({
    checkedAt: Instant,
    isSound: z.boolean().meta({ examples: [true] }),
    checks: z.array(
      z.object({
        kind: z.string().meta({ examples: ['pool_differs_from_ledger'] }),
        violations: z.int().meta({ examples: [0] }),
        examples: z.array(z.string()).meta({ description: 'The first ten things that break it.' }),
      }),
    ),
  })
  .meta({ id: 'IntegrityReport' })
export type IntegrityReport = z.infer<typeof IntegrityReport>

export const getIntegrity = defineRoute({
  method: 'GET',
  path: '/api/v1/integrity',
  tag: 'Operations',
  summary: 'Check what must always be true',
  description:
    'Balances against ledgers, pieces against minutes, prices against what was earned: each check and what breaks it.',
  access: { audience: 'staff', permission: 'integrity:read' },
  responses: { 200: IntegrityReport },
  refusals: [],
  budget: 'search',
})
