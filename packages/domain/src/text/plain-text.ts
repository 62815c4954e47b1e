/** As many characters as a list shows of a message. */
export const SNIPPET_LENGTH_MAX = 160

/** What readers see as one character, so that none is cut in two. */
const CHARACTERS = new Intl.Segmenter()

/** How much of a message is read for its snippet, so that a long log pasted into it costs nothing. */
const SOURCE_LENGTH_MAX = 4000

/**
 * The words of a Markdown text in one line, without its marks, cut at a word with an ellipsis.
 * Made for lists and notices: what it gives is plain text and has to be shown as such. An image gives its description.
 */
export function plainText(markdown: string, lengthMax: number = SNIPPET_LENGTH_MAX): string {
  return cutAtWord(flatText(markdown.slice(0, SOURCE_LENGTH_MAX)), lengthMax)
}

/** The same of the whole text, uncut. */
export function flatText(markdown: string): string {
  return markdown
    .replaceAll(/^\s*(?:```|~~~).*$/gm, ' ')
    .replaceAll(/!?\[([^\]\n]*)\]\([^)\s]*(?:\s+"[^"\n]*")?\)/g, '$1')
    .replaceAll(/<((?:https?|mailto):[^>\s]{1,2000})>/g, '$1')
    .replaceAll(/<\/?[a-z][^>]{0,500}>/gi, ' ')
    .replaceAll(/^\s*(?:[-*_]\s*){3,}$/gm, ' ')
    .replaceAll(/^[ \t]*(?:>[ \t]?)+/gm, '')
    .replaceAll(/^[ \t]*(?:#{1,6}|[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/gm, '')
    .replaceAll(/(\*\*|__|~~|`+)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replaceAll(/(?<![\p{L}\p{N}_*])([*_])(?=\S)([^\n*_]*\S)\1(?![\p{L}\p{N}_*])/gu, '$2')
    .replaceAll(/\\([\\`*_{}[\]()#+\-.!>~|])/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function cutAtWord(words: string, lengthMax: number): string {
  const characters = Array.from(CHARACTERS.segment(words), ({ segment }) => segment)
  if (characters.length <= lengthMax) return words

  const cut = characters.slice(0, lengthMax - 1).join('')
  const lastSpace = cut.lastIndexOf(' ')
  // A text without spaces, such as a long address, is cut inside its word.
  return `${(lastSpace > cut.length / 2 ? cut.slice(0, lastSpace) : cut).trimEnd()}…`
}
