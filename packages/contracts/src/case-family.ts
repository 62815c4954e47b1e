import { z } from 'zod'
import { CaseReference, Id, Instant } from './primitives.ts'

/** A case by its id and number, where its subject says nothing new. */
export const CaseNumber = z.object({ id: Id, number: z.int().meta({ examples: [1042] }) }).meta({ id: 'CaseNumber' })
export type CaseNumber = z.infer<typeof CaseNumber>

/** The other end of a merge, seen from either case. */
export const MergedCase = CaseReference.extend({
  mergedAt: Instant,
  mergedByName: z.string().meta({ examples: ['Mette Holm'] }),
  unmergeUntil: Instant.meta({ description: 'Until when the merge can be undone.' }),
}).meta({ id: 'MergedCase' })
export type MergedCase = z.infer<typeof MergedCase>

/** What a message, time or an event of a case's log tells when it is of another case of the family. */
export const familyItem = {
  origin: CaseNumber.optional().meta({
    description: 'The merged case that it came with; absent for what is of the case itself.',
  }),
}

/** What a message tells of having been split off. */
export const splitItem = {
  ...familyItem,
  splitTo: CaseNumber.optional().meta({ description: 'The case that holds a copy of it since it was split off.' }),
}
