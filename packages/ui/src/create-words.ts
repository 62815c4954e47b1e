import { LANGUAGES, type Language } from './i18n.ts'
import type { i18n } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

type PluralStem<Key extends string> = Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key

/** Looks words up by a checked key; plural forms by their stem with `count`. */
export type Words<Texts> = (key: PluralStem<keyof Texts & string>, values?: Record<string, string | number>) => string

/** Makes the hook that gives one feature’s words in the current language; the texts come along with the feature. */
export function createWords<Texts extends Record<string, string>>(
  namespace: string,
  texts: Record<Language, Texts>,
): () => Words<Texts> {
  return function useFeatureWords() {
    const { i18n } = useTranslation()
    const { language } = i18n
    return useMemo<Words<Texts>>(() => {
      joinTexts(i18n, namespace, texts)
      const translate = i18n.getFixedT(language, namespace)
      return (key: string, values) => translate(key, { ...values, keySeparator: false, nsSeparator: false })
    }, [i18n, language])
  }
}

/** Puts a feature's texts beside the others, once. */
export function joinTexts(i18n: i18n, namespace: string, texts: Record<Language, object>): void {
  for (const language of LANGUAGES) {
    if (!i18n.hasResourceBundle(language, namespace)) i18n.addResourceBundle(language, namespace, texts[language])
  }
}
