import { LANGUAGE_STORAGE_KEY, type Language } from '@timedesk/ui/i18n'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

/** Speaks the language of the person's profile, unless another was chosen in this browser. */
export function useChosenLanguage(language: Language | undefined): void {
  const { i18n } = useTranslation()
  useEffect(() => {
    if (language !== undefined && localStorage.getItem(LANGUAGE_STORAGE_KEY) === null) {
      void i18n.changeLanguage(language)
    }
  }, [i18n, language])
}
