import type { Query, QueryNode, QueryTerm, QueryWords } from '@timedesk/domain/query/query'
import { isQueryKey } from '@timedesk/domain/query/query-keys'
import { Prisma } from '@timedesk/prisma/client'
import { foundByStaff } from '../search/found-by-staff.ts'
import type { ConditionGround } from './condition-ground.ts'
import { fieldOf } from './field-values.ts'
import { fieldCondition, momentCondition, numberCondition } from './range-conditions.ts'
import { termConditions } from './term-conditions.ts'

/**
 * The conditions that a query asks of case `c` and of its read mark `m`, all of which hold. Its names are ids. Each
 * stands by itself, so that the planner can hold it against the partial indexes.
 */
export async function conditionsOfQuery({ all }: Query, ground: ConditionGround): Promise<Prisma.Sql[]> {
  const words = all.filter((node): node is QueryWords => node.kind === 'words')
  const others = all.filter((node) => node.kind !== 'words')
  // Words that stand beside each other are looked for together, by the search that people know.
  const found = words.length === 0 ? [] : [await foundByStaff(ground.reader, words.map(searchOf).join(' '))]
  return [...found, ...(await inTurn(others, (node) => conditionOf(node, ground)))]
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
    const all = await conditionsOfQuery(branch, ground)
    return Prisma.sql`(${Prisma.join(all, ' AND ')})`
  })
  return anyOf(conditions)
}

async function anyValue({ key, values }: QueryTerm, ground: ConditionGround): Promise<Prisma.Sql> {
  if (key === 'words')
    return anyOf(await inTurn(values, (value) => foundByStaff(ground.reader, value.kind === 'is' ? value.text : '')))
  const field = fieldOf(ground.fields, key)
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

function anyOf(conditions: Prisma.Sql[]): Prisma.Sql {
  const [only, ...others] = conditions
  return only !== undefined && others.length === 0 ? only : Prisma.sql`(${Prisma.join(conditions, ' OR ')})`
}

/** What is not known does not hold either. */
function not(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${condition}) IS NOT TRUE`
}
