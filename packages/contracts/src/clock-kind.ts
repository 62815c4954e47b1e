import { z } from 'zod'

/** What is measured: the first answer, each later one, and the solution. */
export const ClockKind = z
  .enum(['first_response', 'next_response', 'resolution'])
  .meta({ id: 'ClockKind', examples: ['first_response'] })
export type ClockKind = z.infer<typeof ClockKind>
