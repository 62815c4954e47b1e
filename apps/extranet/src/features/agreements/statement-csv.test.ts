import { createI18n, type Language } from '@timedesk/ui/i18n'
import { expect, test } from 'vitest'
import { buildMovement, buildPool } from '../../test/build-agreement.ts'
import { agreementsDanish } from './agreements-danish.ts'
import { agreementsEnglish } from './agreements-english.ts'
import { statementCsv } from './statement-csv.ts'
import type { AgreementsWords } from './use-agreements-words.ts'

function wordsIn(language: Language): AgreementsWords {
  const resources = { en: { agreements: agreementsEnglish }, da: { agreements: agreementsDanish } }
  const translate = createI18n({ resources, language }).getFixedT(language, 'agreements')
  return (key: string, values) => translate(key, values ?? {})
}

test('a Danish file has its own separator and decimal mark', () => {
  const pool = buildPool({ unit: 'money', price: { amount: '12000.00', currency: 'DKK' } })
  const rows = [buildMovement({ units: -123_450, balanceAfter: 1_076_550 })]

  expect(statementCsv(rows, { pool, words: wordsIn('da'), language: 'da' })).toBe(
    '\uFEFFDag;Hvad;Sag;Af;Arbejdet (minutter);Bevægelse (DKK);Tilbage (DKK)\r\n' +
      '2026-03-02;Brugt;1042;Mette Holm;25;-1234,50;10765,50\r\n',
  )
})

test.for([
  ['Holm, Mette', '"Holm, Mette"'],
  ['Mette "M" Holm', '"Mette ""M"" Holm"'],
  ['=1+1', "'=1+1"],
  ['@home', "'@home"],
] as const)('the name %s is written as %s', ([employee, written]) => {
  const rows = [buildMovement({ employee })]

  expect(statementCsv(rows, { pool: buildPool(), words: wordsIn('en'), language: 'en' })).toContain(
    `1042,${written},25,-30,195\r\n`,
  )
})

test('what is not known stays empty', () => {
  const rows = [buildMovement({ kind: 'expire', caseNumber: null, employee: null, minutes: null })]

  expect(statementCsv(rows, { pool: buildPool(), words: wordsIn('en'), language: 'en' })).toContain(
    '2026-03-02,Expired,,,,-30,195\r\n',
  )
})
