import { useMay } from '../session/use-me.ts'
import { settingPages, type SettingPage } from './setting-pages.ts'
import { useSettingWords } from './use-setting-words.ts'

/** A page of settings in the reader's language. */
export type NamedSettingPage = SettingPage & { title: string; text: string; words: string }

/** The pages of settings that this person may open, with what they are for and what is on them. */
export function useSettingPages(): NamedSettingPage[] {
  const words = useSettingWords()
  const may = useMay()
  return settingPages
    .filter(({ permission }) => permission === null || may(permission))
    .map((page) => ({
      ...page,
      title: words(`${page.name}.title`),
      text: words(`${page.name}.text`),
      words: words(`${page.name}.words`),
    }))
}
