import { editDistance, nearestBeginning } from '../search/edit-distance.ts'
import { foldWords, wordsOf } from '../text/fold-words.ts'

/** Of so many letters one may be wrong, of more of them two. */
const ONE_WRONG_LENGTH_MIN = 3
const TWO_WRONG_LENGTH_MIN = 7
/** Something whole is meant rather than something that only begins so. */
const BEGUN_WEIGHT = 0.5

/** Things that can stand somewhere: those that look most like what was typed come first, the rest stays as it was. */
export function nearestFirst(typed: string, options: readonly string[]): string[] {
  return measured(typed, options).map(({ option }) => option)
}

/** The things that look like what was typed, the nearest first. */
export function onlyNear(typed: string, options: readonly string[]): string[] {
  return measured(typed, options)
    .filter(({ farness }) => farness < Infinity)
    .map(({ option }) => option)
}

function measured(typed: string, options: readonly string[]): { option: string; farness: number }[] {
  const folded = foldWords(typed).trim()
  return options
    .map((option) => ({ option, farness: folded === '' ? Infinity : farnessOf(folded, option) }))
    .toSorted((one, other) => (one.farness === other.farness ? 0 : one.farness - other.farness))
}

/** How far something is by its whole name, or by the beginning of a word in it. */
function farnessOf(typed: string, option: string): number {
  const { length } = Array.from(typed)
  const max = length < ONE_WRONG_LENGTH_MIN ? 0 : length < TWO_WRONG_LENGTH_MIN ? 1 : 2
  const whole = editDistance(typed, foldWords(option).trim(), max)
  const begun = wordsOf(option).map((word) => nearestBeginning(typed, word, max)?.distance ?? Infinity)
  return Math.min(whole <= max ? whole : Infinity, ...begun.map((distance) => distance + BEGUN_WEIGHT))
}
