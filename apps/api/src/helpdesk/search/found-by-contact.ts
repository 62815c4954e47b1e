import { Prisma } from '@timedesk/prisma/client'
import type { ContactActor } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/database.ts'
import { gradeForContact } from './grade-case.ts'
import { contactLexicon } from './lexicon.ts'
import { widenSearch, type WidenedSearch } from './widen-search.ts'

/**
 * A contact's search, with the condition that it finds case `c` among those that the contact sees: by number, its own
 * words, its contact's name, its dialogue and files. Notes and tags have no part in it, nor in what words it is widened to.
 */
export async function searchAsContact(
  reader: Reader,
  actor: ContactActor,
  search: string,
): Promise<WidenedSearch & { condition: Prisma.Sql }> {
  const widened = await widenSearch(contactLexicon(reader, actor), search)
  const { wanted, unwanted, number } = widened
  if (wanted.length + unwanted.length === 0) return { ...widened, condition: Prisma.sql`false` }
  const readsDialogue = actor.permissions.has('dialogue:read')
  const tests = [
    ...wanted.map(({ sought }) => Prisma.sql`${gradeForContact(sought, readsDialogue)} > 0`),
    ...unwanted.map((sought) => Prisma.sql`${gradeForContact(sought, readsDialogue)} = 0`),
  ]
  // The number of a tombstone, which stands in old mails, finds where the case goes on.
  const survivor = Prisma.sql`(SELECT t.merged_into_id FROM support_case t WHERE t.number = ${number}::int)`
  return {
    ...widened,
    condition: Prisma.sql`(c.number = ${number}::int OR c.id = ${survivor} OR (${Prisma.join(tests, ' AND ')}))`,
  }
}
