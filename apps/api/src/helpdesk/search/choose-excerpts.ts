import { excerptOf, findRanges, findSought, type SoughtWords } from '@timedesk/domain/search/excerpt'
import { flatText } from '@timedesk/domain/text/plain-text'

const EXCERPTS_MAX = 3
/** Nearly always the words stand at the beginning of a message. */
const READ_FIRST_MAX = 4_000
const READ_MAX = 60_000

/** Something that words were found in. */
export type FoundText<Place extends string> = {
  in: Place
  text: string
  isMarkdown: boolean
  itemId: string | null
  at: Date | null
  by: string | null
}

/** A part of it, with where the words stand. */
type Shown<Place extends string> = {
  in: Place
  text: string
  ranges: { from: number; to: number }[]
  itemId: string | null
  at: string | null
  by: string | null
}

/**
 * The excerpts that show best why a case was found: first those that have words which the ones before lack, and which
 * its subject lacks. Texts that have none of them, and those beyond the third, are left out.
 */
export function chooseExcerpts<Place extends string>(
  subject: string,
  texts: readonly FoundText<Place>[],
  sought: readonly SoughtWords[],
): Shown<Place>[] {
  const left = texts.flatMap((found) => {
    const plain = readOf(found, sought)
    const terms = findSought(plain, sought)
    return terms.length === 0 ? [] : [{ found, plain, terms }]
  })
  const shown = new Set(findSought(subject, sought))
  const chosen: typeof left = []
  while (chosen.length < EXCERPTS_MAX && left.length > 0) {
    const news = left.map(({ terms }) => terms.filter((term) => !shown.has(term)).length)
    const [best] = left.splice(news.indexOf(Math.max(...news)), 1)
    if (best === undefined) break
    chosen.push(best)
    for (const term of best.terms) shown.add(term)
  }
  return chosen.map(({ found, plain }) => {
    const { in: place, itemId, at, by } = found
    return { in: place, ...excerptOf(plain, sought), itemId, at: at?.toISOString() ?? null, by }
  })
}

function readOf(
  { text, isMarkdown }: Pick<FoundText<string>, 'text' | 'isMarkdown'>,
  sought: readonly SoughtWords[],
): string {
  const read = (lengthMax: number) => (isMarkdown ? flatText(text.slice(0, lengthMax)) : text.slice(0, lengthMax))
  const beginning = read(READ_FIRST_MAX)
  if (text.length <= READ_FIRST_MAX || findRanges(beginning, sought).length > 0) return beginning
  return read(READ_MAX)
}
