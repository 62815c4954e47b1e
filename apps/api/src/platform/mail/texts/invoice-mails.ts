import type { Language } from '@timedesk/contracts/primitives'
import { amountText } from '@timedesk/domain/money/money'

/** A document that goes with the mail. Amounts in minor units, days `YYYY-MM-DD`. */
type Facts = {
  kind: 'invoice' | 'credit_note'
  number: string
  language: Language
  currency: string
  payable: number
  dueOn: string | null
  companyName: string
  /** The invoice that a credit note credits. */
  correctsNumber: string | null
}

type Reminding = Facts & {
  /** What is left to be paid. */
  remaining: number
  /** Which reminder of the invoice it is, from one. */
  level: number
}

type Told = { subject: string; lines: string[] }

/** How days and minor units of the document's currency are told. */
type Telling = { day: (text: string) => string; money: (minor: number) => string }

type Words = {
  locale: string
  greeting: string
  invoice: (facts: Facts, telling: Telling) => Told
  creditNote: (facts: Facts, telling: Telling) => Told
  reminder: (facts: Reminding, telling: Telling) => Told
  regards: string
}

const words: Record<Language, Words> = {
  en: {
    locale: 'en-GB',
    greeting: 'Hello,',
    invoice: ({ number, companyName, payable, dueOn }, { day, money }) => ({
      subject: `Invoice ${number} from ${companyName}`,
      lines: [
        `Attached is invoice ${number} of ${money(payable)}, as a PDF and as an e-invoice.`,
        ...(dueOn === null || payable === 0
          ? []
          : [`Please pay by ${day(dueOn)} and give ${number} as the reference.`]),
      ],
    }),
    creditNote: ({ number, companyName, payable, correctsNumber }, { money }) => ({
      subject: `Credit note ${number} from ${companyName}`,
      lines: [
        `Attached is credit note ${number} of ${money(payable)}, as a PDF and as an e-invoice.`,
        ...(correctsNumber === null ? [] : [`It credits invoice ${correctsNumber}.`]),
      ],
    }),
    reminder: ({ number, companyName, remaining, dueOn, level }, { day, money }) => ({
      subject: `${level === 1 ? 'Reminder' : `Reminder ${String(level)}`}: invoice ${number} from ${companyName}`,
      lines: [
        `Invoice ${number} was due on ${day(dueOn ?? '')}, and ${money(remaining)} is not paid yet.`,
        `Please pay it now and give ${number} as the reference. The invoice is attached.`,
        'If you have paid it in the last few days, there is nothing to do.',
      ],
    }),
    regards: 'Kind regards',
  },
  da: {
    locale: 'da-DK',
    greeting: 'Hej',
    invoice: ({ number, companyName, payable, dueOn }, { day, money }) => ({
      subject: `Faktura ${number} fra ${companyName}`,
      lines: [
        `Vedhæftet er faktura ${number} på ${money(payable)}, som PDF og som e-faktura.`,
        ...(dueOn === null || payable === 0
          ? []
          : [`Beløbet bedes betalt senest ${day(dueOn)} med ${number} som reference.`]),
      ],
    }),
    creditNote: ({ number, companyName, payable, correctsNumber }, { money }) => ({
      subject: `Kreditnota ${number} fra ${companyName}`,
      lines: [
        `Vedhæftet er kreditnota ${number} på ${money(payable)}, som PDF og som e-faktura.`,
        ...(correctsNumber === null ? [] : [`Den krediterer faktura ${correctsNumber}.`]),
      ],
    }),
    reminder: ({ number, companyName, remaining, dueOn, level }, { day, money }) => ({
      subject: `${level === 1 ? 'Påmindelse' : `Påmindelse ${String(level)}`}: faktura ${number} fra ${companyName}`,
      lines: [
        `Faktura ${number} skulle være betalt ${day(dueOn ?? '')}, og ${money(remaining)} er endnu ikke betalt.`,
        `Beløbet bedes betalt nu med ${number} som reference. Fakturaen er vedhæftet.`,
        'Er den betalt inden for de seneste dage, så gør ingenting.',
      ],
    }),
    regards: 'Venlig hilsen',
  },
}

/** The words of a mail that brings a document, in its language; `message` is what its sender wants to say first. */
export function invoiceMailOf(facts: Facts & { message: string }): { subject: string; text: string } {
  const own = words[facts.language]
  const { subject, lines } =
    facts.kind === 'invoice' ? own.invoice(facts, tell(facts)) : own.creditNote(facts, tell(facts))
  return { subject, text: textOf(facts, [...(facts.message === '' ? [] : [facts.message, '']), ...lines]) }
}

/** The words of a mail that reminds of an invoice, in its language. */
export function reminderMailOf(facts: Reminding): { subject: string; text: string } {
  const { subject, lines } = words[facts.language].reminder(facts, tell(facts))
  return { subject, text: textOf(facts, lines) }
}

function tell({ language, currency }: Facts): Telling {
  const { locale } = words[language]
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const amounts = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'code' })
  return {
    day: (text) => days.format(new Date(text)),
    money: (minor) => amounts.format(amountText(minor) as `${number}`),
  }
}

function textOf({ companyName, language }: Facts, lines: string[]): string {
  const { greeting, regards } = words[language]
  return [greeting, '', ...lines, '', regards, companyName, ''].join('\n')
}
