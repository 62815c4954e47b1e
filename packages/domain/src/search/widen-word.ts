import { editDistance } from './edit-distance.ts'

/** A word that stands somewhere, and in about how many texts. */
export type KnownWord = { word: string; uses: number }

/** Shorter parts stand in words that have nothing to do with them. */
export const PART_LENGTH_MIN = 4
/** A word of so many letters may have one wrong, or two of more. */
export const NEAR_LENGTH_MIN = 4
const TWO_WRONG_LENGTH_MIN = 7

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

/** Which of the words that look like a typed one, which stands nowhere, are meant: the nearest, the most used first. */
export function chooseNearWords(typed: string, known: readonly KnownWord[]): KnownWord[] {
  const length = Array.from(typed).length
  if (length < NEAR_LENGTH_MIN) return []
  const max = length < TWO_WRONG_LENGTH_MIN ? 1 : 2
  const measured = known.map((one) => ({ ...one, distance: editDistance(typed, one.word, max) }))
  const nearest = Math.min(...measured.map(({ distance }) => distance))
  return measured
    .filter(({ distance }) => distance === nearest && distance <= max)
    .toSorted((a, b) => b.uses - a.uses)
    .slice(0, NEAR_MAX)
    .map(({ word, uses }) => ({ word, uses }))
}
