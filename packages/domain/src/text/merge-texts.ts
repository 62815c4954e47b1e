import { align } from './align.ts'

/** Stand around two texts for the same place, and between them. */
export const CONFLICT_MARKS = { start: '⟦', between: '⇄', end: '⟧' } as const

export type MergedText = {
  text: string
  /** Both changed the same words: both are kept, between `CONFLICT_MARKS`. */
  hasConflict: boolean
}

/** What stands between two places that all three agree on. */
type Gap = { base: string[]; mine: string[]; theirs: string[] }

/** Words, single marks and white space, so that together they are the text again. */
const TOKEN = /[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu

/**
 * What comes of a text that two people changed at once: line by line, and word by word within lines that both changed.
 * Whatever either wrote is in it. What one deleted and the other changed stays changed.
 */
export function mergeTexts(base: string, mine: string, theirs: string): MergedText {
  let hasConflict = false
  const lines = mergeLists(base.split('\n'), mine.split('\n'), theirs.split('\n'), (gap) => {
    const decided = decideLines(gap)
    if (decided !== null) return decided
    const words = mergeWords(gap)
    hasConflict ||= words.hasConflict
    return words.text.split('\n')
  })
  return { text: lines.join('\n'), hasConflict }
}

/** Walks along what all three have in common; `resolve` says what comes of each gap. */
function mergeLists(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  resolve: (gap: Gap) => readonly string[],
): string[] {
  const inMine = align(base, mine)
  const inTheirs = align(base, theirs)
  const merged: string[] = []
  const at = { base: 0, mine: 0, theirs: 0 }
  const closeGap = (to: typeof at) => {
    const gap = {
      base: base.slice(at.base, to.base),
      mine: mine.slice(at.mine, to.mine),
      theirs: theirs.slice(at.theirs, to.theirs),
    }
    if (gap.base.length + gap.mine.length + gap.theirs.length > 0) merged.push(...(decideSame(gap) ?? resolve(gap)))
  }
  for (const [place, thing] of base.entries()) {
    const [mineAt, theirsAt] = [inMine.get(place), inTheirs.get(place)]
    if (mineAt === undefined || theirsAt === undefined) continue
    closeGap({ base: place, mine: mineAt, theirs: theirsAt })
    merged.push(thing)
    Object.assign(at, { base: place + 1, mine: mineAt + 1, theirs: theirsAt + 1 })
  }
  closeGap({ base: base.length, mine: mine.length, theirs: theirs.length })
  return merged
}

/** Where only one of them changed something, or both the same, there is nothing to decide. */
function decideSame({ base, mine, theirs }: Gap): string[] | null {
  if (isSame(base, theirs) || isSame(mine, theirs)) return mine
  return isSame(base, mine) ? theirs : null
}

/** Lines that both put in stand one after the other; lines that one took out are those that the other changed. */
function decideLines({ base, mine, theirs }: Gap): string[] | null {
  if (isBlank(mine)) return theirs
  if (isBlank(theirs)) return mine
  if (!isBlank(base)) return null
  const isApart = isBlank(mine.slice(-1)) || isBlank(theirs.slice(0, 1))
  return [...mine, ...(isApart ? [] : ['']), ...theirs]
}

/** Words that both wrote; where they changed the same ones, the whole stretch that differs is kept twice. */
function mergeWords(lines: Gap): MergedText {
  const base = tokensOf(lines.base)
  const mine = tokensOf(lines.mine)
  const theirs = tokensOf(lines.theirs)
  const undecided: Gap[] = []
  const merged = mergeLists(base, mine, theirs, (gap) => {
    const decided = decideWords(gap)
    if (decided === null) undecided.push(gap)
    return [decided ?? '']
  })
  const hasConflict = undecided.length > 0
  return { text: hasConflict ? keepBoth(mine, theirs) : merged.join(''), hasConflict }
}

/** Words that both put in at one place stand one after the other, apart from each other. */
function decideWords(gap: Gap): string | null {
  const [base, mine, theirs] = [gap.base.join(''), gap.mine.join(''), gap.theirs.join('')]
  if (mine.trim() === '') return theirs
  if (theirs.trim() === '') return mine
  if (mine.startsWith(base) && theirs.startsWith(base)) return joinWords(mine, theirs.slice(base.length))
  if (mine.endsWith(base) && theirs.endsWith(base)) return joinWords(mine.slice(0, mine.length - base.length), theirs)
  return null
}

function joinWords(one: string, other: string): string {
  return /\s$/u.test(one) || /^[\s.,;:!?)]/u.test(other) ? one + other : `${one} ${other}`
}

/** Both texts between marks, without what they begin and end with alike. */
function keepBoth(mine: readonly string[], theirs: readonly string[]): string {
  const shorter = Math.min(mine.length, theirs.length)
  let start = 0
  while (start < shorter && mine[start] === theirs[start]) start += 1
  let end = 0
  while (end < shorter - start && mine.at(-1 - end) === theirs.at(-1 - end)) end += 1
  const own = mine.slice(start, mine.length - end).join('')
  const others = theirs.slice(start, theirs.length - end).join('')
  const { start: opening, between, end: closing } = CONFLICT_MARKS
  const gap = (own + others).includes('\n') ? '\n' : ' '
  const rest = mine.slice(mine.length - end).join('')
  return `${mine.slice(0, start).join('')}${opening}${own}${gap}${between}${gap}${others}${closing}${rest}`
}

function tokensOf(lines: readonly string[]): string[] {
  return lines.join('\n').match(TOKEN) ?? []
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index])
}

function isBlank(lines: readonly string[]): boolean {
  return lines.every((text) => text.trim() === '')
}
