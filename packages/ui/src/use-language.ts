import { useTranslation } from 'react-i18next'

import { languageOf, LANGUAGES, storeLanguage, type Language } from './i18n.ts'

/** The current language, the ones to choose from, and a setter that also remembers the choice in this browser. */
export function useLanguage(): {
  language: Language
  languages: readonly Language[]
  setLanguage: (language: Language) => void
} {
  const { i18n } = useTranslation()
  const language = languageOf(i18n.language) ?? 'en'
  const setLanguage = (next: Language) => {
    storeLanguage(next)
    document.documentElement.lang = next
    void i18n.changeLanguage(next)
  }
  return { language, languages: LANGUAGES, setLanguage }
}
