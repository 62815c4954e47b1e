/** Numbers of cases have at most nine digits, and do not begin with zero; `x#1`, `/#1`, `&#1;` and `#1a` are something else. */
const CASE_NUMBER = /(?<![\p{L}\p{N}_/&#])#([1-9]\d{0,8})(?![\p{L}\p{N}_])/gu

/** A text in parts: the numbers of cases in it, such as `#123`, and what stands between them. */
export function partsOf(text: string): (string | { number: number; words: string })[] {
  const parts: (string | { number: number; words: string })[] = []
  let end = 0
  for (const { 0: words, 1: number, index } of text.matchAll(CASE_NUMBER)) {
    if (index > end) parts.push(text.slice(end, index))
    parts.push({ number: Number(number), words })
    end = index + words.length
  }
  if (end < text.length) parts.push(text.slice(end))
  return parts
}
