/** Marks that mean something to a reader of Markdown wherever they stand. */
const MARKS = /[\\`*_[\]<>&~|]/gu

/**
 * Plain text as Markdown that shows just that text: one line, no emphasis, no HTML, no link to elsewhere than it says.
 * An address that stands in it may be made a link of itself, as in any text.
 */
export function escapeMarkdown(value: string): string {
  const line = value.replaceAll(/\s+/gu, ' ').trim()
  const marked = line
    .replaceAll(MARKS, String.raw`\$&`)
    // Within an address that is read as one, the marks before would be part of it.
    .replaceAll(/:(?=\/\/)/gu, String.raw`\:`)
    .replaceAll(/(?<=www)\./giu, String.raw`\.`)
    .replaceAll('@', String.raw`\@`)
  // What would make a heading, a list, a quotation or a rule of a line that begins with it.
  return marked.replace(/^[#+=-]/u, String.raw`\$&`).replace(/^(\d+)([.)])/u, String.raw`$1\$2`)
}
