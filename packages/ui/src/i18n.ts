import i18next, { type i18n, type Resource } from 'i18next'
import { initReactI18next } from 'react-i18next'

import { uiDanish } from './ui-danish.ts'
import { uiEnglish } from './ui-english.ts'

/** The languages a person can choose. */
export const LANGUAGES = ['en', 'da'] as const

export type Language = (typeof LANGUAGES)[number]

/** Where the browser keeps the chosen language. */
export const LANGUAGE_STORAGE_KEY = 'timedesk.language'

/** The words of this package, under the namespace `ui`. */
export const uiResources = { en: { ui: uiEnglish }, da: { ui: uiDanish } }

/** Texts of an app: language, then namespace, then key. */
export type AppResources = Record<Language, Record<string, object>>

/** The language of a tag such as `da-DK`, or undefined if it is not one of ours. */
export function languageOf(tag: string | null | undefined): Language | undefined {
  const primary = tag?.toLowerCase().split('-')[0]
  return LANGUAGES.find((language) => language === primary)
}

/** The chosen language of this browser, else the first of its preferred languages that we speak, else English. */
export function detectLanguage(): Language {
  const preferred = navigator.languages.map(languageOf).find((language) => language !== undefined)
  return storedLanguage() ?? preferred ?? 'en'
}

/** Remembers the language in this browser; a browser without storage forgets it at the next visit. */
export function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(LANGUAGE_STORAGE_KEY, language)
  } catch {
    // A browser may refuse storage; the choice then lasts for this visit.
  }
}

/**
 * Makes the i18n instance of an app, ready at once, with the words of this package beside the app's own.
 * Without `language` the browser's is detected.
 */
export function createI18n({ resources, language }: { resources: AppResources; language?: Language }): i18n {
  const instance = i18next.createInstance()
  const merged: Resource = {
    en: { ...resources.en, ...uiResources.en },
    da: { ...resources.da, ...uiResources.da },
  }
  void instance.use(initReactI18next).init({
    resources: merged,
    lng: language ?? detectLanguage(),
    fallbackLng: 'en',
    supportedLngs: LANGUAGES,
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    // Some words are rightly nothing; otherwise their key would be shown.
    returnEmptyString: true,
  })
  return instance
}

function storedLanguage(): Language | undefined {
  try {
    return languageOf(localStorage.getItem(LANGUAGE_STORAGE_KEY))
  } catch {
    return undefined
  }
}
