/** Marks that are put on letters or between them, which nobody types when looking for a word. */
// eslint-disable-next-line no-misleading-character-class -- each mark is meant by itself
const MARKS = /[\u00AD\u0300-\u036F\u0591-\u05BD\u064B-\u065F\u0670\u200B-\u200D\uFEFF]+/gu

/** Letters that no decomposition takes apart, and what people type for them; two vowels that stand for one. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/ø/gu, 'o'],
  [/đ/gu, 'd'],
  [/ł/gu, 'l'],
  [/ħ/gu, 'h'],
  [/ŧ/gu, 't'],
  [/ı/gu, 'i'],
  [/ð/gu, 'd'],
  [/ς/gu, 'σ'],
  [/æ/gu, 'ae'],
  [/œ/gu, 'oe'],
  [/ß/gu, 'ss'],
  [/þ/gu, 'th'],
  [/aa/gu, 'a'],
  [/oe/gu, 'o'],
]

/** All of ASCII but digits, small letters and the space; quotation marks, dashes, signs, arrows and pictures of elsewhere. */
const SEPARATORS =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class -- each of them is meant by itself
  /[\u0080-\u00BF\u00D7\u00F7\u2000-\u2BFF\u2E00-\u2E7F\u3000-\u3004\u3008-\u3020\uFE00-\uFE4F\u{1F000}-\u{1FAFF}]+|[\u0001-\u001F\u0021-\u002F\u003A-\u0060\u007B-\u007F]+/gu

/**
 * Text as it is searched: without case and accents, with one way to write å and aa, ø and oe, æ and ae, and with
 * spaces for punctuation. The database's `fold_words` gives the same; the words of every message are stored so.
 */
export function foldWords(text: string): string {
  let folded = text.normalize('NFKD').toLowerCase().replaceAll(MARKS, '')
  for (const [spelling, typed] of SPELLINGS) folded = folded.replaceAll(spelling, typed)
  return folded.replaceAll(SEPARATORS, ' ')
}

const PLAIN = /^[a-z0-9]+$/iu

/** What stands together in a text as one folded word; null where it is none or several, such as a fraction. */
export function foldWord(token: string): string | null {
  // Most words are plain, and a page of excerpts has thousands of them.
  if (PLAIN.test(token)) return token.toLowerCase().replaceAll('aa', 'a').replaceAll('oe', 'o')
  const [word, ...more] = wordsOf(token)
  return word === undefined || more.length > 0 ? null : word
}

/** The folded words of a text, in order. */
export function wordsOf(text: string): string[] {
  return foldWords(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}
