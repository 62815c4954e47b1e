import { formatValue } from '@timedesk/domain/query/format-query'
import { nearestFirst } from '@timedesk/domain/query/nearest-first'
import type { QueryProblem } from '@timedesk/domain/query/query'
import { ruleOfKey } from '@timedesk/domain/query/query-keys'
import type { StaffActor } from '../../platform/context.ts'
import type { Reader } from '../../platform/db/database.ts'
import { findBegun, findNearNames } from './find-begun.ts'
import { findLikeNamed } from './find-by-names.ts'
import { nameSources, type NamedKey } from './name-sources.ts'

const EXAMPLES_MAX = 5

/** A value behind a key, and the ids of what has it as its whole name. */
type Called = { key: NamedKey; text: string; exact: readonly string[] }

/** What is wrong with a name. */
export type NameProblem = Pick<QueryProblem, 'code' | 'expected'>

/**
 * The ids of what a value names: of what is called just so, else of all whose name has words that begin so. What looks
 * like a name, and what is meant by its beginning, is told to those who may read such things.
 */
export async function idsCalled(
  reader: Reader,
  { permissions }: StaffActor,
  { key, text, exact }: Called,
): Promise<readonly string[] | NameProblem> {
  if (exact.length > 0) return exact
  const source = nameSources[key]
  const words = ruleOfKey(key)?.words ?? []
  if (!permissions.has(source.permission)) return { code: 'value_unknown', expected: nearestFirst(text, words) }
  const begun = await findBegun(reader, source, text)
  if (begun === null) {
    const examples = await findLikeNamed(reader, source, text, EXAMPLES_MAX)
    return { code: 'value_vague', expected: [...new Set(examples.map(({ name }) => formatValue(name)))] }
  }
  if (begun.length > 0) return begun
  const near = await findNearNames(reader, source, text)
  // A name that is a word of the language cannot be asked for by it.
  const names = near.filter((name) => !words.includes(name.toLowerCase()))
  return { code: 'value_unknown', expected: nearestFirst(text, [...words, ...names]).map(formatValue) }
}
