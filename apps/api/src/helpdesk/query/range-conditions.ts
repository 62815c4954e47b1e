import type { CustomField } from '@timedesk/contracts/custom-field-settings'
import { spanOf } from '@timedesk/domain/query/moments'
import { isQueryKey, ruleOfKey, type QueryKey } from '@timedesk/domain/query/query-keys'
import type { QueryValue } from '@timedesk/domain/query/query'
import { Prisma } from '@timedesk/prisma/client'
import { holds } from '../fields/filter-by-fields.ts'
import type { ConditionGround } from './condition-ground.ts'

const moments: Partial<Record<QueryKey, Prisma.Sql>> = {
  created: Prisma.sql`c.created_at`,
  updated: Prisma.sql`c.last_activity_at`,
  due: Prisma.sql`c.due_at`,
  solved: Prisma.sql`c.solved_at`,
  closed: Prisma.sql`c.closed_at`,
}

/** What a time says of case `c`; null for a key that takes no times. */
export function momentCondition(key: string, value: QueryValue, { now, zone }: ConditionGround): Prisma.Sql | null {
  const column = isQueryKey(key) ? moments[key] : undefined
  if (column === undefined) return null
  if (value.kind === 'is' && value.text === 'none') return Prisma.sql`${column} IS NULL`
  const span = spanOf(value, { now, zone, isAhead: ruleOfKey(key)?.isAhead === true })
  if (span === null) throw new Error(`The query language has a time that means nothing: ${key}`)
  return allOf([
    ...(span.from === null ? [] : [Prisma.sql`${column} >= ${span.from}::timestamptz`]),
    ...(span.to === null ? [] : [Prisma.sql`${column} < ${span.to}::timestamptz`]),
  ])
}

/** What a number, or a range of them, says of the number of case `c`. */
export function numberCondition(value: QueryValue): Prisma.Sql {
  const number = Prisma.sql`c.number`
  switch (value.kind) {
    case 'is':
      return Prisma.sql`${number} = ${Number(value.text)}`
    case 'below':
      return Prisma.sql`${number} < ${Number(value.text)}`
    case 'above':
      return Prisma.sql`${number} > ${Number(value.text)}`
    case 'range':
      return allOf([
        ...(value.from === '' ? [] : [Prisma.sql`${number} >= ${Number(value.from)}`]),
        ...(value.to === '' ? [] : [Prisma.sql`${number} <= ${Number(value.to)}`]),
      ])
  }
}

/** What a value says of a custom field of case `c`. */
export function fieldCondition(field: CustomField, value: QueryValue): Prisma.Sql {
  switch (value.kind) {
    case 'is':
      return holds(field, value.text === 'none' ? '' : value.text)
    case 'below':
      return Prisma.sql`(${holds(field, `..${value.text}`)} AND NOT (${holds(field, value.text)}))`
    case 'above':
      return Prisma.sql`(${holds(field, `${value.text}..`)} AND NOT (${holds(field, value.text)}))`
    case 'range':
      return holds(field, `${value.from}..${value.to}`)
  }
}

function allOf(conditions: Prisma.Sql[]): Prisma.Sql {
  return Prisma.sql`(${Prisma.join(conditions, ' AND ')})`
}
