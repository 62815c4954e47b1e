import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'
import { casesWithAll, splitTerms } from './found-sets.ts'
import { gradeForStaff } from './grade-case.ts'
import { staffLexicon } from './lexicon.ts'
import { widenSearch, type WidenedSearch } from './widen-search.ts'

/** A search with the condition that it finds case `c`. */
export type StaffSearch = WidenedSearch & {
  condition: Prisma.Sql
  /** Whether its hits are looked up, not walked to: then they can be gathered. */
  isLookedUp: boolean
}

/**
 * The condition that staff's search finds case `c`: by number, its own words, its customer's and contact's names, tags,
 * dialogue, notes and files, and those of what was merged into it. Tombstones are found by their number alone.
 */
export async function foundByStaff(reader: Reader, search: string): Promise<Prisma.Sql> {
  return (await searchAsStaff(reader, search)).condition
}

/** The same with what the search means. */
export async function searchAsStaff(reader: Reader, search: string): Promise<StaffSearch> {
  const widened = await widenSearch(staffLexicon(reader), search)
  const { wanted, unwanted, number } = widened
  if (wanted.length + unwanted.length === 0) return { ...widened, condition: Prisma.sql`false`, isLookedUp: true }
  const { rare, frequent } = await splitTerms(reader, wanted)
  const tests = [
    ...frequent.map((sought) => Prisma.sql`${gradeForStaff(sought)} > 0`),
    ...unwanted.map((sought) => Prisma.sql`${gradeForStaff(sought)} = 0`),
  ]
  if (rare.length === 0) {
    const words = Prisma.sql`(c.merged_into_id IS NULL AND ${Prisma.join(tests, ' AND ')})`
    const condition = number === null ? words : Prisma.sql`(c.number = ${number} OR ${words})`
    return { ...widened, condition, isLookedUp: false }
  }
  const numbered =
    number === null ? Prisma.empty : Prisma.sql` UNION SELECT f.id FROM support_case f WHERE f.number = ${number}`
  const isItself = Prisma.sql`(c.merged_into_id IS NULL OR c.number = ${number}::int)`
  const lookedUp = Prisma.sql`c.id = ANY(ARRAY(${casesWithAll(rare)}${numbered}))`
  return {
    ...widened,
    condition: Prisma.sql`(${Prisma.join([lookedUp, isItself, ...tests], ' AND ')})`,
    isLookedUp: true,
  }
}
