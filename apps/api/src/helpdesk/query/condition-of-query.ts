import type { Query, QueryNode, QueryTerm, QueryValue, QueryWords } from '@timedesk/domain/query/query'
import { isQueryKey } from '@timedesk/domain/query/query-keys'
import { wordsOf } from '@timedesk/domain/text/fold-words'
import { Prisma } from '@timedesk/prisma/client'
import { foundByStaff } from '../search/found-by-staff.ts'
import type { ConditionGround } from './condition-ground.ts'
import { fieldOf } from './field-values.ts'
import { isId } from './find-by-names.ts'
import { fieldCondition, momentCondition, numberCondition } from './range-conditions.ts'
import { idColumns, termConditions } from './term-conditions.ts'

/**
 * The conditions that a query asks of case `c` and of its read mark `m`, all of which hold. Its names are ids. Each
 * stands by itself, so that the planner can hold it against the partial indexes. A query is alone unless it is a branch.
 */
export async function conditionsOfQuery(
  { all }: Query,
  ground: ConditionGround,
  { isAlone }: { isAlone: boolean },
): Promise<Prisma.Sql[]> {
  const words = all.filter((node): node is QueryWords => node.kind === 'words' && asksForWords(node))
  const others = all.filter((node) => node.kind !== 'words')
  // Words that stand beside each other are looked for together, by the search that people know.
  const found =
    words.length === 0 ? [] : [await foundByStaff(ground.reader, words.map(searchOf).join(' '), { isAlone })]
  return [...found, ...(await inTurn(others, (node) => conditionOf(node, ground)))]
}

/** Marks without a letter or digit, such as a dash between words, ask for nothing. */
export function asksForWords({ text }: QueryWords): boolean {
  return wordsOf(text).length > 0
}

function searchOf({ text, isPhrase, isNegated }: QueryWords): string {
  const words = isPhrase ? `"${text.replaceAll('"', ' ')}"` : text
  return isNegated ? `-${words}` : words
}

/** One after the other: a query is not to take all connections at once. */
async function inTurn<One, Result>(all: readonly One[], work: (one: One) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  for (const one of all) results.push(await work(one))
  return results
}

async function conditionOf(node: Exclude<QueryNode, QueryWords>, ground: ConditionGround): Promise<Prisma.Sql> {
  const condition = node.kind === 'group' ? await anyBranch(node.any, ground) : await anyValue(node, ground)
  return node.isNegated ? not(condition) : condition
}

async function anyBranch(branches: readonly Query[], ground: ConditionGround): Promise<Prisma.Sql> {
  const conditions = await inTurn(branches, async (branch) => {
    const all = await conditionsOfQuery(branch, ground, { isAlone: false })
    return all.length === 0 ? Prisma.sql`true` : Prisma.sql`(${Prisma.join(all, ' AND ')})`
  })
  return anyOf(conditions)
}

async function anyValue({ key, values }: QueryTerm, ground: ConditionGround): Promise<Prisma.Sql> {
  if (key === 'words')
    return anyOf(
      await inTurn(values, (value) =>
        foundByStaff(ground.reader, value.kind === 'is' ? value.text : '', { isAlone: false }),
      ),
    )
  const field = fieldOf(ground.fields, key)
  const named = anyNamed(key, values)
  if (named !== null) return named
  return anyOf(
    values.map((value) => {
      if (field !== undefined) return fieldCondition(field, value)
      if (key === 'number') return numberCondition(value)
      const moment = momentCondition(key, value, ground)
      if (moment !== null) return moment
      const condition = isQueryKey(key) ? termConditions[key] : undefined
      if (condition === undefined || value.kind !== 'is')
        throw new Error(`The query language has a key without a condition: ${key}`)
      return condition(value.text, ground)
    }),
  )
}

/** Several things that are named, in one condition; null for anything else. */
function anyNamed(key: string, values: readonly QueryValue[]): Prisma.Sql | null {
  const column = isQueryKey(key) ? idColumns[key] : undefined
  const ids = values.flatMap((value) => (value.kind === 'is' && isId(value.text) ? [value.text] : []))
  const isPlain = ids.length > 1 && ids.length === values.length
  return column === undefined || !isPlain ? null : Prisma.sql`${column} = ANY(${ids}::uuid[])`
}

function anyOf(conditions: Prisma.Sql[]): Prisma.Sql {
  const [only, ...others] = conditions
  return only !== undefined && others.length === 0 ? only : Prisma.sql`(${Prisma.join(conditions, ' OR ')})`
}

/** What is not known does not hold either. */
function not(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${condition}) IS NOT TRUE`
}
