import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

type PluralStem<Key extends string> = Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key

/** Looks words up by a checked key; plural forms by their stem with `count`. */
export type Words<Texts> = (key: PluralStem<keyof Texts & string>, values?: Record<string, string | number>) => string

/** Makes the hook that gives one feature's words in the current language. */
export function createWords<Texts extends Record<string, string>>(namespace: string): () => Words<Texts> {
  return function useFeatureWords() {
    const { t } = useTranslation(namespace)
    return useCallback(
      (key, values) => t(key as string, { ...values, ns: namespace, keySeparator: false, nsSeparator: false }),
      [t],
    )
  }
}
