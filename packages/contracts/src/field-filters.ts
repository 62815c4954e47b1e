import { z } from 'zod'
import { FIELD_FILTERS_MAX, FIELD_TEXT_LENGTH_MAX } from './limits.ts'
import { text } from './primitives.ts'

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
/** A comma that ends one filter, rather than one within a value. */
const BETWEEN_FILTERS = new RegExp(`,(?=${UUID}:)`, 'u')
const FILTER = new RegExp(`^(${UUID}):([\\s\\S]*)$`, 'u')

/** A custom field and the value that is looked for; an empty text means cases without a value. */
export type FieldFilter = { fieldId: string; value: string }

const FieldFilter = text(FIELD_TEXT_LENGTH_MAX)
  .regex(FILTER)
  .transform((filter): FieldFilter => {
    const [, fieldId = '', value = ''] = FILTER.exec(filter) ?? []
    return { fieldId, value }
  })

/**
 * Filters by custom fields in a query string, all of which hold: `<fieldId>:<value>`, repeated or separated by commas.
 * Several values of one field are alternatives.
 */
export const FieldFilters = z
  .union([z.array(z.string()), z.string().transform((value) => [value])])
  .transform((given) => given.flatMap((value) => value.split(BETWEEN_FILTERS)))
  .pipe(z.array(FieldFilter).min(1).max(FIELD_FILTERS_MAX))
  .meta({
    description:
      '`<fieldId>:<value>`, several separated by commas; those of one field are alternatives. The value is an id of an option (of a tree: with those below it) or of a contact, a text, a number or day or `from..to` of them, `true` or `false`; none after the colon: without a value.',
    examples: ['019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d:019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d'],
  })
