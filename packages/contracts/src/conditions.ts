import { z } from 'zod'
import { CONDITION_VALUES_MAX, CONDITIONS_MAX, LINE_LENGTH_MAX } from './limits.ts'
import { Reference, line } from './primitives.ts'

/**
 * What a condition may look at, with what stands in its `values`: ids for type (with the types below it), customer,
 * agreement, priority, department (with those below it), responsible and status; else as its name says. `hour` is a
 * clock time and `weekday` a number from 1, Monday; both by the company's zone.
 */
export const conditionFields = [
  'type',
  'customer',
  'agreement',
  'priority',
  'product',
  'words',
  'department',
  'responsible',
  'status',
  'category',
  'language',
  'hour',
  'weekday',
  'via',
  'tag',
] as const

export const ConditionField = z
  .union([
    z.enum(conditionFields),
    z
      .string()
      .regex(/^field:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u)
      .meta({ description: 'A custom field by its id.' }),
  ])
  .meta({ id: 'ConditionField', examples: ['type'] })
export type ConditionField = z.infer<typeof ConditionField>

export const ConditionOperator = z
  .enum(['is', 'isNot', 'contains', 'isEmpty', 'isNotEmpty', 'between'])
  .meta({ id: 'ConditionOperator', examples: ['is'] })
export type ConditionOperator = z.infer<typeof ConditionOperator>

/** One thing that has to hold: `is` and `contains` for any of the values, `isNot` for all of them. */
export const Condition = z
  .strictObject({
    field: ConditionField,
    op: ConditionOperator,
    values: z
      .array(line(LINE_LENGTH_MAX))
      .max(CONDITION_VALUES_MAX)
      .default([])
      .meta({
        description:
          'Any of them is enough for `is` and `contains`, none may hold for `isNot`; `between` takes two, both included, but the hour up to which it is; none for `isEmpty` and `isNotEmpty`.',
        examples: [['printer', 'toner']],
      }),
  })
  .meta({ id: 'Condition' })
export type Condition = z.infer<typeof Condition>

/** All of them have to hold; an empty list always does. */
export const Conditions = z
  .array(Condition)
  .max(CONDITIONS_MAX)
  .meta({
    description: 'All of them have to hold; an empty list always does.',
    examples: [[{ field: 'words', op: 'contains', values: ['printer', 'toner'] }]],
  })
export type Conditions = z.infer<typeof Conditions>

/** The names of what conditions speak of by id, so that they can be shown; what is gone is missing. */
export const ConditionNames = z
  .array(Reference)
  .meta({ description: 'The names of what the conditions speak of by id; what is gone is missing.', examples: [[]] })
