import { z } from 'zod'
import { StatusCategory } from './case-status.ts'

export const IMPORT_VALUES_MAX = 2_000
export const IMPORT_TEXT_LENGTH_MAX = 500
export const IMPORT_TAG_COLUMNS_MAX = 20

const Text = z.string().min(1).max(IMPORT_TEXT_LENGTH_MAX)

/** A column by its header. The second of several equal headers is `Variant#2`, counted from the left. */
const ColumnName = Text

/**
 * Takes a value from a column. `values` is asked first, then `replacePrefix`; what neither knows is kept,
 * or refuses the row where `unlisted` says so. An empty cell is no value.
 */
export const ImportColumn = z.strictObject({
  column: ColumnName,
  values: z.record(z.string().max(IMPORT_TEXT_LENGTH_MAX), Text).optional(),
  replacePrefix: z.strictObject({ from: Text, to: z.string().max(IMPORT_TEXT_LENGTH_MAX) }).optional(),
  unlisted: z.enum(['keep', 'refuse']).default('keep'),
})
export type ImportColumn = z.infer<typeof ImportColumn>

/** What an activity of the source does to its case. */
export const ImportActivity = z.strictObject({
  /** `note` and `reply` take their words from the text column; `activity` is told in the source's own words. */
  kind: z.enum(['activity', 'reply', 'note']).default('activity'),
  /** The category that the activity leaves the case in; without it the status stays. */
  status: StatusCategory.optional(),
  /** Whether who did it becomes responsible: always, or if nobody is yet. */
  assigns: z.enum(['actor', 'actor_if_none']).optional(),
  /** The customer hears of it: it stops the first-response clock. */
  answersCustomer: z.boolean().default(false),
  /** What the log says instead of the source's name for it. */
  text: Text.optional(),
})
export type ImportActivity = z.infer<typeof ImportActivity>

/** How a file of cases and their history is to be read. A row is one event; rows with the same key are one case. */
export const ImportMapping = z.strictObject({
  version: z.literal(1),
  /** Names the origin. With the case's key it makes the identity by which a repeated import finds its cases again. */
  source: z.string().regex(/^[a-z0-9][a-z0-9-]{0,49}$/),
  description: z.string().max(IMPORT_TEXT_LENGTH_MAX).optional(),
  encoding: z.enum(['utf-8', 'utf-16le', 'windows-1252', 'iso-8859-1']).default('utf-8'),
  delimiter: z.enum([',', ';', '\t', '|']).default(','),
  case: z.strictObject({
    key: ColumnName,
    /** Without it the key. */
    externalReference: ImportColumn.optional(),
    /** `{customer}` is the value of a mapped field, `{Any header}` that of a column, `{key}` the case's key. */
    subject: Text,
    customer: ImportColumn,
    contact: ImportColumn.optional(),
    type: ImportColumn.optional(),
    priority: ImportColumn.optional(),
    department: ImportColumn.optional(),
    /** Without it responsible is whom the activities assign. */
    responsible: ImportColumn.optional(),
    product: ImportColumn.optional(),
    serviceLevel: ImportColumn.optional(),
    tags: z.array(ImportColumn).max(IMPORT_TAG_COLUMNS_MAX).default([]),
  }),
  event: z.strictObject({
    activity: z.strictObject({
      column: ColumnName,
      table: z.record(Text, ImportActivity).refine((table) => Object.keys(table).length <= IMPORT_VALUES_MAX),
      /** What happens to a row whose activity the table lacks. */
      unlisted: z.enum(['refuse', 'activity']).default('refuse'),
    }),
    at: z.strictObject({
      column: ColumnName,
      /** Made of YYYY MM M DD D HH H mm ss SSS and Z; anything else stands for itself. */
      format: z.string().min(8).max(60),
      /** IANA name of the zone in which the source told the time. */
      zone: z.string().min(1).max(60),
    }),
    actor: ImportColumn,
    text: ImportColumn.optional(),
  }),
})
export type ImportMapping = z.infer<typeof ImportMapping>

/** Why a row was not taken. */
export const ImportRowRefusal = z.enum([
  'wrong_column_count',
  'missing_value',
  'unlisted_value',
  'unlisted_activity',
  'unreadable_time',
  'unknown_priority',
  'value_too_long',
  'unstorable_text',
])
export type ImportRowRefusal = z.infer<typeof ImportRowRefusal>
