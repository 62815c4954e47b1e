import { z } from 'zod'

export const StatusCategory = z
  .enum(['new', 'open', 'waiting_customer', 'waiting_third_party', 'solved', 'closed', 'cancelled'])
  .meta({ id: 'StatusCategory', examples: ['open'] })

export type StatusCategory = z.infer<typeof StatusCategory>

/** A colour of the palette, by the name of its token. */
export const StatusColor = z
  .enum(['gray', 'blue', 'teal', 'green', 'yellow', 'orange', 'red', 'violet', 'pink'])
  .meta({ id: 'StatusColor', examples: ['blue'] })
export type StatusColor = z.infer<typeof StatusColor>
