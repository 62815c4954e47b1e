import { z } from 'zod'

/** A field as people know it, before and after; names rather than ids, so that it reads alone for ever. */
const Change = z.strictObject({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })

/** What an event holds that tells of changed fields. */
export const changes = { changes: z.array(Change) }
