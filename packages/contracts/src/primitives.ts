import { z } from 'zod'
import {
  CURSOR_LENGTH_MAX,
  EMAIL_LENGTH_MAX,
  FILTER_VALUES_MAX,
  LINE_LENGTH_MAX,
  MINUTES_PER_ENTRY_MAX,
  NAME_LENGTH_MAX,
  PAGE_SIZE_DEFAULT,
  PAGE_SIZE_MAX,
  SEARCH_LENGTH_MAX,
  TEXT_LENGTH_MAX,
} from './limits.ts'

/** Refuses what PostgreSQL cannot store and what no reader can show: NUL and lone surrogates. */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed()
}

/** Text of at most `max` characters, kept as it was typed. */
export const text = (max: number) =>
  z.string().max(max).refine(isStorable, 'Contains characters that cannot be stored.')
/** One line: trimmed, not empty, no line breaks. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((value) => isStorable(value) && !/[\r\n]/u.test(value), 'Must be one line of plain text.')

export const Id = z.uuid().meta({ examples: ['019371f0-6f4e-7cc3-9f2a-0d9f6a1b2c3d'] })
export const Instant = z.iso.datetime().meta({ examples: ['2026-03-02T09:15:00.000Z'] })
/** Calendar days of our times only: PostgreSQL has no year 0. */
export const Day = z.iso
  .date()
  .refine((day) => day >= '1900-01-01', 'Must be a day since 1900.')
  .meta({ examples: ['2026-03-02'] })
export const Name = line(NAME_LENGTH_MAX).meta({ examples: ['Nordlys Software'] })
export const OptionalLine = z
  .string()
  .trim()
  .max(LINE_LENGTH_MAX)
  .refine((value) => isStorable(value) && !/[\r\n]/u.test(value), 'Must be one line of plain text.')
  .meta({ examples: ['PO-4711'] })
export const LongText = text(TEXT_LENGTH_MAX).meta({ examples: ['Calls before nine are welcome.'] })
export const Email = z
  .email()
  .max(EMAIL_LENGTH_MAX)
  .transform((address) => address.toLowerCase())
  .meta({ examples: ['anna@nordlys.example'] })
export const Language = z.enum(['en', 'da']).meta({ id: 'Language', examples: ['en'] })
export type Language = z.infer<typeof Language>

/** Offsets such as `+01:00` are no zones: they know no summer time. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return /^[A-Za-z]/u.test(name)
  } catch {
    return false
  }
}

export const TimeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, 'Must be a time zone by its IANA name.')
  .meta({ examples: ['Europe/Copenhagen'] })
export const CurrencyCode = z
  .string()
  .regex(/^[A-Z]{3}$/u)
  .meta({ examples: ['DKK'] })
export const CountryCode = z
  .string()
  .regex(/^[A-Z]{2}$/u)
  .meta({ examples: ['DK'] })
export const Minutes = z
  .int()
  .min(1)
  .max(MINUTES_PER_ENTRY_MAX)
  .meta({ description: 'Whole minutes.', examples: [25] })

/** An amount as a decimal text and its currency; never a float. */
export const Money = z
  .object({
    amount: z
      .string()
      .regex(/^-?\d{1,13}\.\d{2}$/u)
      .meta({ examples: ['395.83'] }),
    currency: CurrencyCode,
  })
  .meta({ id: 'Money' })
export type Money = z.infer<typeof Money>

/** A price for an hour, as it comes in: at most two decimals, never negative. */
export const HourlyRate = z
  .strictObject({
    amount: z
      .string()
      .regex(/^\d{1,5}(\.\d{1,2})?$/u)
      .meta({ examples: ['950.00'] }),
    currency: CurrencyCode,
  })
  .meta({ id: 'HourlyRate' })

/** An amount as it comes in: at most two decimals, never negative. */
export const Amount = z
  .strictObject({
    amount: z
      .string()
      .regex(/^\d{1,10}(\.\d{1,2})?$/u)
      .meta({ examples: ['9000.00'] }),
    currency: CurrencyCode,
  })
  .meta({ id: 'Amount' })

/** A multiplier as a decimal text of at most three decimals, such as `1.5`; never a float. */
export const Factor = z
  .string()
  .regex(/^\d{1,2}(\.\d{1,3})?$/u)
  .meta({ id: 'Factor', examples: ['1.5'] })

/** Where something stands among others of its kind; smaller stands first. */
export const position = z.int().min(0).max(10_000)

/** Why something was done, in a sentence. */
export const Reason = line(LINE_LENGTH_MAX).meta({ examples: ['Agreed on the phone with Anna Berg.'] })

/** A thing by its id and the name it goes by. */
export const Reference = z
  .object({ id: Id, name: z.string().meta({ examples: ['Support'] }) })
  .meta({ id: 'Reference' })
export type Reference = z.infer<typeof Reference>

/** A case by its id, its number and what it is about. */
export const CaseReference = z
  .object({
    id: Id,
    number: z.int().meta({ examples: [1042] }),
    subject: z.string().meta({ examples: ['Cannot print invoices'] }),
  })
  .meta({ id: 'CaseReference' })

/** A whole number in a query string. */
export const queryInteger = (min: number, max: number) =>
  z
    .union([
      z.int(),
      z
        .string()
        .regex(/^\d{1,9}$/u)
        .transform(Number),
    ])
    .pipe(z.int().min(min).max(max))

/** `true` or `false` in a query string. */
export const QueryBoolean = z.union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')])

/** Several values in a query string, separated by commas. */
export const queryList = <Item extends z.ZodType<unknown, string>>(item: Item, max = FILTER_VALUES_MAX) =>
  z.union([z.array(z.string()), z.string().transform((value) => value.split(','))]).pipe(z.array(item).min(1).max(max))

/** What every list understands: how many, after which cursor, and whether to count. */
export const pageQuery = {
  limit: queryInteger(1, PAGE_SIZE_MAX)
    .default(PAGE_SIZE_DEFAULT)
    .meta({ description: 'How many at most.', examples: [50] }),
  after: z
    .string()
    .min(1)
    .max(CURSOR_LENGTH_MAX)
    .optional()
    .meta({ description: 'Cursor of the page before.', examples: ['b3BhcXVl'] }),
  count: z
    .enum(['exact'])
    .optional()
    .meta({ description: 'Asks for the total, which costs time.', examples: ['exact'] }),
}

export const searchQuery = {
  search: z
    .string()
    .trim()
    .min(1)
    .max(SEARCH_LENGTH_MAX)
    .refine(isStorable)
    .optional()
    .meta({ description: 'Words to look for.', examples: ['invoice'] }),
}

export const activeQuery = {
  isActive: QueryBoolean.optional().meta({ description: 'Only active, or only inactive ones.', examples: [true] }),
}

/** A page of a list. `page.after` is the cursor of the next page, null on the last one. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    data: z.array(item),
    page: z.object({
      after: z
        .string()
        .nullable()
        .meta({ examples: ['b3BhcXVl'] }),
      hasMore: z.boolean().meta({ examples: [false] }),
      total: z
        .int()
        .optional()
        .meta({ examples: [1] }),
    }),
  })

/** The parameters of a path that names one thing. */
export const idParams = <Name extends string>(name: Name) => z.strictObject({ [name]: Id } as Record<Name, typeof Id>)
