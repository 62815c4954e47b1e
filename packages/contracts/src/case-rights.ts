import { z } from 'zod'
import { StatusMove } from './workflow-definition.ts'

/** What the rules say of a case to the one who asks, so that no screen says it again. */
export const CaseRights = z
  .object({
    reply: z.boolean(),
    note: z.boolean(),
    edit: z.boolean(),
    dispatch: z.boolean(),
    registerTime: z.boolean(),
    override: z.boolean().meta({ description: 'Pass closed gates on purpose.' }),
    merge: z.boolean().meta({ description: 'Merge it, split messages off and link it.' }),
    unmerge: z.boolean().meta({ description: 'Undo that it was merged.' }),
    moveTo: z.array(StatusMove).meta({ description: 'Where the caller may move it, with what each move takes.' }),
  })
  .meta({ description: 'What the caller may do with it now.' })
