import { useTranslation } from 'react-i18next'

import type { uiEnglish } from './ui-english.ts'

type PluralStem<Key extends string> = Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key

/** A key of this package's words; plural forms by their stem. */
export type UiKey = PluralStem<keyof typeof uiEnglish>

/** This package's words in the current language, by checked key. */
export function useWords(): (key: UiKey, values?: Record<string, string | number>) => string {
  const { t } = useTranslation('ui')
  return (key, values) => t(key, values ?? {})
}
