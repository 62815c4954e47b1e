import { LANGUAGES, type Language } from '@timedesk/ui/i18n'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

type PluralStem<Key extends string> = Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key

/** Looks up a text by its checked key; plural forms by their stem, with `count` among the values. */
export type Words<Texts> = (key: PluralStem<keyof Texts & string>, values?: Record<string, string | number>) => string

/** Texts in the other language: the same keys. */
export type Translation<Texts> = Record<keyof Texts, string>

/** Makes the hook of a feature's words. The texts join the rest when they are first needed, with their feature. */
export function wordsHook<Texts extends Record<string, string>>(
  namespace: string,
  texts: Record<Language, Texts>,
): () => Words<Texts> {
  return function useNamespaceWords() {
    const { i18n } = useTranslation()
    const { language } = i18n
    return useMemo<Words<Texts>>(() => {
      for (const known of LANGUAGES) {
        if (!i18n.hasResourceBundle(known, namespace)) i18n.addResourceBundle(known, namespace, texts[known])
      }
      const translate = i18n.getFixedT(language, namespace)
      return (key: string, values) => translate(key, values ?? {})
    }, [i18n, language])
  }
}
