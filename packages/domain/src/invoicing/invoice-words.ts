import type { Day, InvoiceDocument } from './document.ts'

type Language = InvoiceDocument['language']

/** The words that a line needs beyond those that people wrote. */
const words = {
  en: { rounding: 'Rounding', adjustment: 'Adjustment', discount: 'Discount', work: 'Work', item: 'Item' },
  da: { rounding: 'Afrunding', adjustment: 'Regulering', discount: 'Rabat', work: 'Arbejde', item: 'Post' },
} as const satisfies Record<Language, Record<string, string>>

/** As long as a line's text is told; the rest of it goes to its description. */
export const LINE_TEXT_LENGTH_MAX = 200
export const DESCRIPTION_LENGTH_MAX = 1000

/** What XML 1.0 cannot hold, and so no e-invoice: control characters, halves of pairs, and two that are no characters. */
// eslint-disable-next-line no-control-regex -- these are the characters meant
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

export function wordIn(language: Language, word: keyof (typeof words)['en']): string {
  return words[language][word]
}

/** A day as lines tell it: `2026-03-02`, in Danish `02-03-2026`. */
export function dayText(language: Language, day: Day): string {
  return language === 'da' ? day.split('-').toReversed().join('-') : day
}

export function hasIllegalCharacters(text: string): boolean {
  return text.search(ILLEGAL) >= 0
}

/** A text without what an e-invoice cannot hold, and without space around it. */
export function legalText(text: string): string {
  return text.replaceAll(ILLEGAL, '').trim()
}

/** A text of at most so many UTF-16 units, whole characters, with an ellipsis where it was cut. */
export function cutText(text: string, lengthMax: number): string {
  if (text.length <= lengthMax) return text
  return `${text
    .slice(0, lengthMax - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`
}
