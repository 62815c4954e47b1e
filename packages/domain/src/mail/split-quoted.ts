/** An answer by mail: what was written, and what its program quoted below. */
export type SplitMail = { said: string; quoted: string }

/** One that begins with the day, which programs break into several lines. */
const DATED =
  /^(?=.*[@\d])\s*(?:on|den|am|le|il)\b.{4,200}\b(?:wrote|skrev|schrieb|a écrit|ha scritto)\b.{0,200}:\s*$/iu

/** Lines that mail programs put above what they quote, in the languages that they speak to us. */
const INTRODUCTIONS: readonly RegExp[] = [
  /^\s*-{2,}\s*(?:original message|forwarded message|oprindelig meddelelse|videresendt meddelelse|ursprüngliche nachricht|originalmeddelande)\s*-{2,}\s*$/iu,
  DATED,
  /^(?=.*[@\d])\s*\S.{0,200}\b(?:wrote|skrev|schrieb)\b.{0,100}:\s*$/iu,
]

/** The first line of the head that Outlook copies, and one that follows it. */
const COPIED_HEAD: readonly [RegExp, RegExp] = [
  /^\s*\*?(?:from|fra|von|från)\s?:\*?\s/iu,
  /^\s*\*?(?:sent|sendt|date|dato|gesendet|skickat|to|til|an|till)\s?:\*?\s/iu,
]

const LINES_OF_INTRODUCTION_MAX = 3

/**
 * Tells what somebody wrote from what their program quoted. Only what stands below the words is taken for quoted: an
 * answer between the quoted lines, or a mail that is nothing but a quotation, is kept whole.
 */
export function splitQuoted(text: string): SplitMail {
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  const from = lines.findIndex((_, index) => isIntroduction(lines, index) && isAllQuoted(lines, index))
  const start = withRuler(lines, from === -1 ? trailingQuotes(lines) : from)
  const said = lines.slice(0, start).join('\n').trim()
  if (start >= lines.length || said === '') return { said: lines.join('\n').trim(), quoted: '' }
  return { said, quoted: lines.slice(start).join('\n').trim() }
}

/** The line that Outlook draws above a copied head belongs to it. */
function withRuler(lines: readonly string[], start: number): number {
  let above = start - 1
  while (lines[above]?.trim() === '') above--
  return /^\s*_{10,}\s*$/u.test(lines[above] ?? '') ? above : start
}

function isIntroduction(lines: readonly string[], index: number): boolean {
  const first = lines[index] ?? ''
  if (first.trim() === '') return false
  if (COPIED_HEAD[0].test(first) && lines.slice(index + 1, index + 4).some((other) => COPIED_HEAD[1].test(other)))
    return true
  if (INTRODUCTIONS.some((introduction) => introduction.test(first))) return true
  for (let count = 2; count <= LINES_OF_INTRODUCTION_MAX; count++) {
    const broken = lines.slice(index, index + count)
    if (broken.every((part) => part.trim() !== '') && DATED.test(broken.join(' '))) return true
  }
  return false
}

/** Where lines with marks follow, all but signatures below them has to be marked: else somebody answered in between. */
function isAllQuoted(lines: readonly string[], index: number): boolean {
  const below = lines.slice(index + 1)
  const firstMarked = below.findIndex(isMarked)
  if (firstMarked === -1 || firstMarked > LINES_OF_INTRODUCTION_MAX + 1) return true
  return below.slice(firstMarked).every((other) => isMarked(other) || other.trim() === '')
}

/** The first of the marked lines at the end; the number of lines when the text does not end in any. */
function trailingQuotes(lines: readonly string[]): number {
  let start = lines.length
  for (let index = lines.length - 1; index >= 0; index--) {
    const current = lines[index] ?? ''
    if (isMarked(current)) start = index
    else if (current.trim() !== '') break
  }
  return start
}

function isMarked(current: string): boolean {
  return current.startsWith('>')
}
