import type { Money } from '@timedesk/contracts/primitives'
import { useLanguage } from '@timedesk/ui/use-language'
import { useMemo } from 'react'

const LOCALES = { en: 'en-GB', da: 'da-DK' } as const
const MONEY_DIGITS = 2
const PERCENT_DIGITS = 1

type Amounts = {
  /** An amount without its currency, which the head of the report tells: `9,500.00`. */
  amount: (money: Money) => string
  /** A percentage with one decimal, so that they stand below each other: `54.6`. */
  percent: (text: string) => string
}

/** Figures of columns in which everything is in the company's currency. */
export function useAmount(): Amounts {
  const { language } = useLanguage()
  return useMemo(() => {
    const amount = digits(language, MONEY_DIGITS)
    const percent = digits(language, PERCENT_DIGITS)
    return { amount: (money) => amount(money.amount), percent }
  }, [language])
}

function digits(language: keyof typeof LOCALES, count: number): (text: string) => string {
  const number = new Intl.NumberFormat(LOCALES[language], {
    minimumFractionDigits: count,
    maximumFractionDigits: count,
  })
  // A decimal text keeps each minor unit, which a number would not for large amounts.
  return (text) => number.format(text as Intl.StringNumericLiteral)
}
