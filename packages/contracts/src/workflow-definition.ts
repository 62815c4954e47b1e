import { z } from 'zod'
import { StaffRole } from './access.ts'
import { SILENCE_DAYS_MAX, STATUSES_PER_WORKFLOW_MAX, TRANSITIONS_MAX } from './limits.ts'
import { Id } from './primitives.ts'
import { StatusReference } from './work-list.ts'

export const Gate = z
  .enum(['resolution', 'time_registered', 'checklist_done', 'children_closed'])
  .meta({ id: 'Gate', examples: ['checklist_done'] })
export type Gate = z.infer<typeof Gate>

export const TransitionParty = z
  .enum([...StaffRole.options, 'responsible', 'contact'])
  .meta({ id: 'TransitionParty', examples: ['lead'] })
export type TransitionParty = z.infer<typeof TransitionParty>

/** Fields that a transition may require, beside custom fields. `reason` is of the move itself. */
export const StandardRequirement = z.enum([
  'resolution',
  'reason',
  'type',
  'responsible',
  'agreement',
  'project',
  'product',
  'contact',
])
export type StandardRequirement = z.infer<typeof StandardRequirement>

const noRequirement = 'A move requires fields: one of the case by its name, or a custom field as “field:” and its id.'

export const Requirement = z
  .union(
    [
      StandardRequirement,
      z
        .string()
        .regex(/^field:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u, noRequirement)
        .meta({ description: 'A custom field by its id.' }),
    ],
    noRequirement,
  )
  .meta({ id: 'Requirement', examples: ['resolution'] })
export type Requirement = z.infer<typeof Requirement>

export const Transition = z
  .strictObject({
    fromId: Id,
    toId: Id,
    who: z
      .array(TransitionParty)
      .max(TransitionParty.options.length)
      .default([])
      .meta({
        description:
          'Who may make it: roles, `responsible` for the person who has the case, `contact` for the customer, who calls cases solved and says that a solved one is not. Empty: any staff who may work on cases. With `contact` alone staff may not.',
        examples: [['lead', 'responsible']],
      }),
    requires: z
      .array(Requirement)
      .max(30)
      .default([])
      .meta({ description: 'What has to be filled in before.', examples: [['resolution']] }),
    gates: z
      .array(Gate)
      .max(Gate.options.length)
      .default([])
      .meta({ description: 'What has to be done before; an override opens them.', examples: [['checklist_done']] }),
  })
  .meta({ id: 'Transition' })
export type Transition = z.infer<typeof Transition>

export const SilenceRule = z
  .strictObject({
    statusId: Id,
    warnAfterDays: z
      .int()
      .min(1)
      .max(SILENCE_DAYS_MAX)
      .meta({ description: 'Days of silence until the contact is warned.', examples: [7] }),
    moveAfterDays: z
      .int()
      .min(2)
      .max(SILENCE_DAYS_MAX)
      .meta({ description: 'Days of silence until the case moves; more than those of the warning.', examples: [10] }),
    toId: Id,
  })
  .meta({ id: 'SilenceRule' })
export type SilenceRule = z.infer<typeof SilenceRule>

export const WorkflowDefinition = z
  .strictObject({
    statusIds: z.array(Id).min(1).max(STATUSES_PER_WORKFLOW_MAX).meta({
      description: 'In their order: where a case goes by itself, it goes to the first one of the category.',
    }),
    transitions: z.array(Transition).max(TRANSITIONS_MAX),
    silence: z.array(SilenceRule).max(STATUSES_PER_WORKFLOW_MAX).default([]),
    reopenDays: z
      .int()
      .min(0)
      .max(SILENCE_DAYS_MAX)
      .nullable()
      .default(null)
      .meta({
        description: 'Days after closing in which a closed case may be taken up again (R78); null: for ever.',
        examples: [30],
      }),
  })
  .meta({ id: 'WorkflowDefinition' })
export type WorkflowDefinition = z.infer<typeof WorkflowDefinition>

/** What a move takes that one stands before: enough to ask for all of it at once. */
export const StatusMove = StatusReference.extend({
  requires: z.array(Requirement).meta({ description: 'What still has to be filled in.', examples: [['resolution']] }),
  gates: z.array(z.object({ gate: Gate, isOpen: z.boolean() })),
  isReopenExpired: z.boolean().meta({
    description: 'The case was closed too long ago: only an override takes it up again.',
    examples: [false],
  }),
}).meta({ id: 'StatusMove' })
export type StatusMove = z.infer<typeof StatusMove>
