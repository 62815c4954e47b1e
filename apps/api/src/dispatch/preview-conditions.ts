import type { ConditionMatches, previewConditions as contract } from '@timedesk/contracts/dispatch-rules'
import { matchConditions } from '@timedesk/domain/conditions/match-conditions'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { Reader } from '../platform/db/database.ts'
import { findCaseFacts } from './find-case-facts.ts'
import { requireConditions } from './require-conditions.ts'

/** How many of the latest cases are looked at. */
const PREVIEWED_CASES_MAX = 20_000
const CASES_AT_ONCE = 2_000
const EXAMPLES_MAX = 10

type Found = ConditionMatches['examples'][number]

/** How many of the cases of the last days conditions match, the latest first. Refuses conditions that cannot be asked. */
export async function previewConditions(
  reader: Reader,
  now: Date,
  { conditions, days }: z.output<typeof contract.body>,
): Promise<ConditionMatches> {
  await requireConditions(reader, conditions)
  const found = await reader.rows<Found>(Prisma.sql`
    SELECT id, number, subject FROM support_case WHERE created_at > ${now}::timestamptz - ${days}::int * interval '1 day' AND created_at <= ${now}
     ORDER BY created_at DESC, id DESC LIMIT ${PREVIEWED_CASES_MAX + 1}`)
  const cases = found.slice(0, PREVIEWED_CASES_MAX)
  const examples: Found[] = []
  let matches = 0
  for (let from = 0; from < cases.length; from += CASES_AT_ONCE) {
    const some = cases.slice(from, from + CASES_AT_ONCE)
    const facts = await findCaseFacts(
      reader,
      some.map(({ id }) => id),
      'created',
      conditions,
    )
    for (const one of some) {
      const fact = facts.get(one.id)
      if (fact === undefined || !matchConditions(conditions, fact).matches) continue
      matches += 1
      if (examples.length < EXAMPLES_MAX) examples.push(one)
    }
  }
  return { matches, of: cases.length, isCut: found.length > cases.length, examples }
}
