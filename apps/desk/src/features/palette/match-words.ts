const WORD_START = 8
const CONTIGUOUS = 4
const BEGINNING = 12
const FAR_MAX = 20

/**
 * How well what is typed fits a label: each of its words must be there with its letters in order, and beginnings of
 * words and letters side by side count more. Null: it does not fit.
 */
export function fit(typed: string, label: string, others = ''): number | null {
  const words = fold(typed).split(/\s+/u).filter(Boolean)
  const own = fold(label)
  const also = fold(others)
  let total = 0
  for (const word of words) {
    const score = scoreOf(word, own) ?? (also.includes(word) ? 1 : null)
    if (score === null) return null
    total += score
  }
  return total
}

/** Whether each word that is typed stands in the label as it is, and not only its letters here and there. */
export function fitsPlainly(typed: string, label: string): boolean {
  const own = fold(label)
  return fold(typed)
    .split(/\s+/u)
    .every((word) => own.includes(word))
}

/** Those that fit, the best first; of equals the one that came first. */
export function best<Item>(items: readonly Item[], typed: string, textOf: (item: Item) => [string, string?]): Item[] {
  return items
    .map((item) => ({ item, score: fit(typed, ...textOf(item)) }))
    .filter((scored): scored is { item: Item; score: number } => scored.score !== null)
    .toSorted((one, other) => other.score - one.score)
    .map(({ item }) => item)
}

function scoreOf(word: string, text: string): number | null {
  const whole = text.indexOf(word)
  if (whole >= 0) return word.length * CONTIGUOUS + (whole === 0 ? BEGINNING : isStart(text, whole) ? WORD_START : 0)
  let score = 0
  let at = -1
  for (const letter of word) {
    const next = nextPlace(text, letter, at + 1)
    if (next === -1 || (at >= 0 && next - at > FAR_MAX)) return null
    score += next === at + 1 ? 2 : isStart(text, next) ? 2 : 0
    at = next
  }
  // Letters that are scattered over a text say nothing; at least half have to begin a word or follow one another.
  return score >= word.length ? score : null
}

/** Where a letter comes next, rather at the beginning of a word than within one. */
function nextPlace(text: string, letter: string, from: number): number {
  if (text.charAt(from) === letter) return from
  for (let place = text.indexOf(letter, from); place !== -1; place = text.indexOf(letter, place + 1)) {
    if (isStart(text, place)) return place
  }
  return text.indexOf(letter, from)
}

function isStart(text: string, place: number): boolean {
  return place === 0 || /[^\p{L}\p{N}]/u.test(text.charAt(place - 1))
}

function fold(text: string): string {
  return text.toLocaleLowerCase().replaceAll('ø', 'o').replaceAll('æ', 'ae').normalize('NFD').replaceAll(/\p{M}/gu, '')
}
