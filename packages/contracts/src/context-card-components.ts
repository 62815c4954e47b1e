import { z } from 'zod'
import { StatusColor } from './case-status.ts'
import {
  CARD_COMPONENTS_MAX,
  CARD_LIFETIME_SECONDS_MAX,
  CARD_LIST_ITEMS_MAX,
  CARD_TABLE_COLUMNS_MAX,
  CARD_TABLE_ROWS_MAX,
  CARD_TEXT_LENGTH_MAX,
  CARD_URL_LENGTH_MAX,
  LINE_LENGTH_MAX,
  NAME_LENGTH_MAX,
  TAG_LENGTH_MAX,
} from './limits.ts'
import { OptionalLine, isStorable, line, text } from './primitives.ts'

const Label = line(NAME_LENGTH_MAX)
const Cell = OptionalLine.meta({ description: 'May be empty.', examples: ['Ledger Pro'] })

/** An address of the web, without a name or a password in it. */
export const webAddress = (protocol: RegExp) =>
  z
    .url({ protocol })
    .max(CARD_URL_LENGTH_MAX)
    .refine(isStorable)
    .refine((address) => {
      const parsed = URL.parse(address)
      return parsed === null || (parsed.username === '' && parsed.password === '')
    }, 'Must be an address without a name or password in it.')

const LinkAddress = webAddress(/^https$/u).meta({ examples: ['https://crm.example/customers/10042'] })

const Progress = z
  .strictObject({
    kind: z.literal('progress'),
    label: Label,
    value: z.number().min(0),
    max: z.number().positive().default(100),
    note: OptionalLine.optional().meta({
      description: 'Said in place of the percentage.',
      examples: ['18 of 25 seats'],
    }),
  })
  .refine(({ value, max }) => value <= max, { path: ['value'], message: 'Must not be more than max.' })

const Table = z
  .strictObject({
    kind: z.literal('table'),
    columns: z.array(Label).min(1).max(CARD_TABLE_COLUMNS_MAX),
    rows: z.array(z.array(Cell).max(CARD_TABLE_COLUMNS_MAX)).max(CARD_TABLE_ROWS_MAX),
  })
  .superRefine(({ columns, rows }, context) => {
    for (const [at, row] of rows.entries())
      if (row.length !== columns.length)
        context.addIssue({ code: 'custom', path: ['rows', at], message: 'Must have a cell for each column.' })
  })

/** A part of a context card. Every text is shown as it is, never as markup. */
export const CardComponent = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('heading'), text: Label }),
    z.strictObject({
      kind: z.literal('text'),
      text: text(CARD_TEXT_LENGTH_MAX).min(1),
      isQuiet: z.boolean().default(false),
    }),
    z.strictObject({ kind: z.literal('divider') }),
    z.strictObject({ kind: z.literal('spacer'), size: z.enum(['small', 'medium', 'large']).default('medium') }),
    z.strictObject({ kind: z.literal('badge'), text: line(TAG_LENGTH_MAX), color: StatusColor.default('gray') }),
    z.strictObject({ kind: z.literal('link'), label: Label, url: LinkAddress }),
    z.strictObject({
      kind: z.literal('row'),
      label: Label,
      value: line(LINE_LENGTH_MAX),
      color: StatusColor.optional().meta({ description: 'Shows the value as a badge.', examples: ['green'] }),
    }),
    z.strictObject({ kind: z.literal('copy'), label: Label, value: line(CARD_TEXT_LENGTH_MAX) }),
    z.strictObject({ kind: z.literal('list'), items: z.array(line(LINE_LENGTH_MAX)).min(1).max(CARD_LIST_ITEMS_MAX) }),
    Table,
    Progress,
  ])
  .meta({
    id: 'CardComponent',
    description:
      '`heading`, `text`, `divider`, `spacer`, `badge`, `link` (https, opens a new tab), `row` (a label and its value), `copy` (a value with a button that copies it), `list`, `table` and `progress`.',
    examples: [{ kind: 'row', label: 'Plan', value: 'Business', color: 'green' }],
  })
export type CardComponent = z.infer<typeof CardComponent>

export const CardComponents = z
  .array(CardComponent)
  .max(CARD_COMPONENTS_MAX)
  .meta({ examples: [[{ kind: 'row', label: 'Plan', value: 'Business', color: 'green' }]] })

/** What a system that is asked for a context card answers; no components: it knows nothing of the case. */
export const CardAnswer = z.strictObject({
  timeToLiveSeconds: z.int().min(0).max(CARD_LIFETIME_SECONDS_MAX),
  components: CardComponents,
})
export type CardAnswer = z.output<typeof CardAnswer>
