import type { NamedSettingPage } from '../../shared/setting-pages/use-setting-pages.ts'

/** The pages whose name, purpose or contents hold every word that is looked for, with the contents that do. */
export function findSettings(
  pages: readonly NamedSettingPage[],
  term: string,
): { page: NamedSettingPage; within: string[] }[] {
  const wanted = term.toLocaleLowerCase().split(/\s+/u).filter(Boolean)
  return pages
    .filter(({ title, text, words }) => wanted.every((word) => holds(`${title} ${text} ${words}`, word)))
    .map((page) => ({
      page,
      within: page.words.split(', ').filter((part) => wanted.some((word) => holds(part, word))),
    }))
}

function holds(text: string, word: string): boolean {
  return text.toLocaleLowerCase().includes(word)
}
