import { editDistance, nearestBeginning } from './edit-distance.ts'

/** A word that stands somewhere, and in about how many texts. */
export type KnownWord = { word: string; uses: number }

/** Shorter parts stand in words that have nothing to do with them. */
export const PART_LENGTH_MIN = 4
/** A word of so many letters may have one wrong, or two of more. */
export const NEAR_LENGTH_MIN = 4
const TWO_WRONG_LENGTH_MIN = 7
/** An unfinished word is like so many others that two wrong letters ask for one letter more. */
const TWO_WRONG_BEGUN_LENGTH_MIN = 8
const OTHER_LETTER_WEIGHT = 0.5

const PARTS_MAX = 40
const NEAR_MAX = 8

/**
 * Which of the words that hold a typed one as a part are meant, the shortest first: as many as stand in at most
 * `usesMax` texts together, since a frequent part would bury what was typed.
 */
export function choosePartWords(known: readonly KnownWord[], usesMax: number): KnownWord[] {
  const chosen: KnownWord[] = []
  let uses = 0
  for (const one of known.toSorted((a, b) => a.word.length - b.word.length || b.uses - a.uses)) {
    uses += one.uses
    if (uses > usesMax || chosen.length === PARTS_MAX) break
    chosen.push(one)
  }
  return chosen
}

/**
 * What a typed word means that stands nowhere: the words that look most like it, whole or by their beginning, since it
 * may be both mistyped and unfinished. Those of its own first letter come before others, then the most used; words of one
 * beginning are meant together.
 */
export function chooseNearWords(typed: string, known: readonly KnownWord[]): KnownWord[] {
  if (Array.from(typed).length < NEAR_LENGTH_MIN) return []
  const measured = known
    .filter(({ word }) => !word.startsWith(typed))
    .map((one) => measure(typed, one))
    .filter((one) => one !== null)
  const nearest = Math.min(...measured.map(({ farness }) => farness))
  const groups = new Map<string, Measured[]>()
  for (const one of measured)
    if (one.farness === nearest) groups.set(one.beginning, [...(groups.get(one.beginning) ?? []), one])
  const meant = Array.from(groups.values(), (words) => ({
    word: words.map(({ word }) => word).reduce(commonBeginning),
    uses: words.reduce((sum, { uses }) => sum + uses, 0),
  }))
  return withoutLonger(meant)
    .toSorted((a, b) => b.uses - a.uses)
    .slice(0, NEAR_MAX)
}

type Measured = KnownWord & { beginning: string; farness: number }

/** How far a word is: its distance, and a little more where it begins with another letter. */
function measure(typed: string, { word, uses }: KnownWord): Measured | null {
  const { length } = Array.from(typed)
  const wholeMax = length < TWO_WRONG_LENGTH_MIN ? 1 : 2
  const whole = editDistance(typed, word, wholeMax)
  const begun = nearestBeginning(typed, word, length < TWO_WRONG_BEGUN_LENGTH_MIN ? 1 : 2)
  const isWhole = whole <= wholeMax && (begun === null || whole <= begun.distance)
  const near = isWhole ? { beginning: word, distance: whole } : begun
  const isOtherwiseBegun = Array.from(word)[0] !== Array.from(typed)[0]
  return (
    near && {
      word,
      uses,
      beginning: near.beginning,
      farness: near.distance + (isOtherwiseBegun ? OTHER_LETTER_WEIGHT : 0),
    }
  )
}

function commonBeginning(one: string, other: string): string {
  const [a, b] = [Array.from(one), Array.from(other)]
  const end = a.findIndex((letter, place) => letter !== b[place])
  return end === -1 ? one : a.slice(0, end).join('')
}

/** Without those that begin with another one of them, which is meant with it. */
function withoutLonger(words: readonly KnownWord[]): KnownWord[] {
  return words
    .filter(({ word }) => !words.some((other) => other.word !== word && word.startsWith(other.word)))
    .map((one) => ({
      ...one,
      uses: words.reduce((sum, other) => (other.word.startsWith(one.word) ? sum + other.uses : sum), 0),
    }))
}
