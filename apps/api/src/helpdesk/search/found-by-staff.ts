import type { SoughtWords } from '@timedesk/domain/search/excerpt'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'
import { findsSoon } from './finds-soon.ts'
import { casesWith, casesWithAll, splitTerms } from './found-sets.ts'
import { hasForStaff } from './grade-case.ts'
import { staffLexicon } from './lexicon.ts'
import { widenSearch, type WidenedSearch } from './widen-search.ts'

/** A search with the condition that it finds case `c`. */
export type StaffSearch = WidenedSearch & {
  condition: Prisma.Sql
  /** Whether it finds few cases, which can be gathered. */
  isFew: boolean
}

/** Whether the condition stands by itself, or is one side of an alternative or denied. */
type Place = { isAlone: boolean }

/**
 * The condition that staff's search finds case `c`: by number, its own words, its customer's and contact's names, tags,
 * dialogue, notes, files and what was said with third parties, and those of what was merged into it. Tombstones are found
 * by their number alone.
 */
export async function foundByStaff(reader: Reader, search: string, place: Place): Promise<Prisma.Sql> {
  return (await searchAsStaff(reader, search, place)).condition
}

/** The same with what the search means. */
export async function searchAsStaff(reader: Reader, search: string, { isAlone }: Place): Promise<StaffSearch> {
  const widened = await widenSearch(staffLexicon(reader), search)
  const { wanted, unwanted, number } = widened
  if (wanted.length + unwanted.length === 0) return { ...widened, condition: Prisma.sql`false`, isFew: true }
  const { rare, frequent } = await splitTerms(reader, wanted)
  const tests = [...frequent.map(hasForStaff), ...unwanted.map((sought) => Prisma.sql`NOT ${hasForStaff(sought)}`)]
  if (rare.length > 0) {
    const lookedUp = Prisma.sql`c.id = ANY(ARRAY(${casesWithAll(rare)}${orNumbered(number)}))`
    return { ...widened, condition: allOf([lookedUp, isItself(number), ...tests]), isFew: true }
  }
  const isWalked = !isAlone || (await findsSoon(reader, tests))
  const condition = isWalked ? walkedTo(tests, number) : gathered({ frequent, unwanted, number })
  return { ...widened, condition, isFew: false }
}

/** Each case is looked into, in the order of the list, until there are enough. */
function walkedTo(tests: readonly Prisma.Sql[], number: number | null): Prisma.Sql {
  const words = allOf([Prisma.sql`c.merged_into_id IS NULL`, ...tests])
  return number === null ? words : Prisma.sql`(c.number = ${number} OR ${words})`
}

/** All cases that have the words are gathered first, and those that have unwanted ones: it takes as long for any words. */
function gathered({
  frequent,
  unwanted,
  number,
}: {
  frequent: readonly SoughtWords[]
  unwanted: readonly SoughtWords[]
  number: number | null
}): Prisma.Sql {
  const have =
    frequent.length === 0
      ? []
      : [Prisma.sql`c.id IN (SELECT h.id FROM (${casesWithAll(frequent)}${orNumbered(number)}) h)`]
  const lack = unwanted.map((sought) => Prisma.sql`NOT EXISTS (SELECT FROM (${casesWith(sought)}) u WHERE u.id = c.id)`)
  return allOf([...have, ...lack, isItself(number)])
}

function orNumbered(number: number | null): Prisma.Sql {
  return number === null ? Prisma.empty : Prisma.sql` UNION SELECT f.id FROM support_case f WHERE f.number = ${number}`
}

function isItself(number: number | null): Prisma.Sql {
  return Prisma.sql`(c.merged_into_id IS NULL OR c.number = ${number}::int)`
}

function allOf(conditions: Prisma.Sql[]): Prisma.Sql {
  return Prisma.sql`(${Prisma.join(conditions, ' AND ')})`
}
