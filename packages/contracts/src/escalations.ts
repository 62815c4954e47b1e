import { z } from 'zod'
import { ClockKind } from './clock-kind.ts'
import { Id, Reference } from './primitives.ts'

const Share = z.int().min(1).max(500)
const EscalationAim = {
  share: Share.meta({ description: 'Percent of the target that has passed; 100 is the breach.', examples: [100] }),
  clock: ClockKind.nullable().meta({ description: 'Null: whichever clock it is.' }),
}

export const Escalation = z
  .object({
    ...EscalationAim,
    notify: z.object({
      responsible: z.boolean().meta({ examples: [true] }),
      leads: z.boolean().meta({
        description: 'Whoever leads the department, else the one above it; the managers where nobody leads any.',
      }),
      departments: z.array(Reference),
      employees: z.array(Reference),
    }),
    assign: z.object({ department: Reference, responsible: Reference.nullable() }).nullable(),
  })
  .meta({ id: 'Escalation' })
export type Escalation = z.infer<typeof Escalation>

/** What a policy does when a share of a target has passed, as it is written. */
export const EscalationDraft = z.strictObject({
  ...EscalationAim,
  clock: EscalationAim.clock.default(null),
  notify: z
    .strictObject({
      responsible: z.boolean().default(false),
      leads: z.boolean().default(false),
      departmentIds: z.array(Id).max(20).default([]),
      employeeIds: z.array(Id).max(50).default([]),
    })
    .default({ responsible: false, leads: false, departmentIds: [], employeeIds: [] }),
  assign: z
    .strictObject({ departmentId: Id, responsibleId: Id.nullable().default(null) })
    .nullable()
    .default(null)
    .meta({ description: 'Who gets the case then; null: it stays where it is.' }),
})
