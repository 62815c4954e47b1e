/** Below it no text is slow, whatever it holds. */
const LENGTH_MIN = 1_000
/** How often the reader may look back for the begin of what ends; a tenth of a second, and far above what a mail needs. */
const LOOKS_MAX = 3_000_000
/** Behind a bracket that ends, for where it leads. */
const LOOKS_AHEAD = 300
/** How many quotes, lists and words with emphasis may stand in one another. */
export const DEPTH_MAX = 100
/** A list holds its inner lists at a price that grows with both. */
const INNER_ITEMS_MAX = 1_000
const CELLS_MAX = 5_000
/** Each line asks all quotes and lists around it whether they go on. */
const QUOTED_LINES_MAX = 100_000

const LINE_END = /\r\n?|\n/u
const BLANK_LINES = /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/u
const MARKS = /\*+|~+|_+|[[\]\n]/gu
const CONTAINERS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))+/u
const CONTAINER = />|[-+*]|\d+[.)]/gu
const UNDER_HEAD = /^[ \t>]*[|:-][|: \t-]*$/u

/** True for a text that was made to be slow: reading it as Markdown would hold the page up for seconds. */
export function isCostly(value: string): boolean {
  if (value.length < LENGTH_MIN) return false
  const lines = value.split(LINE_END)
  const depths = lines.map(depthOf)
  const deepest = depths.reduce((most, depth) => Math.max(most, depth), 0)
  return (
    deepest > DEPTH_MAX ||
    deepest * lines.length > QUOTED_LINES_MAX ||
    lines.filter((words, index) => /^[ \t]/u.test(words) && (depths[index] ?? 0) > 0).length > INNER_ITEMS_MAX ||
    cellsIn(value, lines) > CELLS_MAX ||
    looksBackIn(value) > LOOKS_MAX
  )
}

function depthOf(words: string): number {
  const begin = CONTAINERS.exec(words)?.[0]
  if (begin === undefined) return 0
  const indent = begin.length - begin.trimStart().length
  return indent / 2 + (begin.match(CONTAINER)?.length ?? 0)
}

/** At most; a line below the head of a table needs no sign to be a row of it. */
function cellsIn(value: string, lines: readonly string[]): number {
  const hasTable = lines.some((words) => words.includes('-') && /[|:]/u.test(words) && UNDER_HEAD.test(words))
  return hasTable ? value.split('|').length + lines.length : 0
}

/** What ends emphasis or a link looks back for its begin, at worst to where its paragraph begins. */
function looksBackIn(value: string): number {
  let looks = 0
  for (const paragraph of value.split(BLANK_LINES)) {
    const open: number[] = []
    let passed = 0
    for (const { 0: mark, index } of paragraph.matchAll(MARKS)) {
      if (mark === '[') open.push(passed)
      else if (mark === ']') looks += passed - (open.pop() ?? 0) + LOOKS_AHEAD
      else if (mark !== '\n' && canEnd(paragraph, index, mark.length)) looks += passed
      passed++
    }
  }
  return looks
}

function canEnd(paragraph: string, index: number, length: number): boolean {
  if (index === 0 || /\s/u.test(paragraph.charAt(index - 1))) return false
  return paragraph[index] !== '_' || !/[\p{L}\p{N}]/u.test(paragraph.charAt(index + length))
}
