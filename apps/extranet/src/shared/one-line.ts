/** What somebody wrote, on one line. */
export function oneLine(text: string): string {
  return text.trim().replaceAll(/\s*[\r\n]+\s*/gu, ' ')
}
