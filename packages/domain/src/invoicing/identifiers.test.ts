import { expect, test } from 'vitest'
import { EU_COUNTRIES, isBic, isCvr, isEndpoint, isGln, isIban, isVatId } from './identifiers.ts'

test.for([
  ['5798009811578', true],
  ['5798009811579', false],
  ['579800981157', false],
  ['57980098115780', false],
  ['579800981157x', false],
] as const)('"%s" as a GLN: %s', ([text, is]) => {
  expect(isGln(text)).toBe(is)
})

test.for([
  ['DK5000400440116243', true],
  ['dk50 0040 0440 1162 43', true],
  ['GB82 WEST 1234 5698 7654 32', true],
  ['DE89370400440532013000', true],
  ['DK5100400440116243', false],
  ['DK50', false],
  ['', false],
] as const)('"%s" as an IBAN: %s', ([text, is]) => {
  expect(isIban(text)).toBe(is)
})

test.for([
  ['NDEADKKK', true],
  ['NDEADKKKXXX', true],
  ['NDEADKK', false],
  ['NDEADKKKXX', false],
  ['1DEADKKK', false],
] as const)('"%s" as a BIC: %s', ([text, is]) => {
  expect(isBic(text)).toBe(is)
})

test.for([
  ['DK12345674', 'DK', true],
  ['DK1234567', 'DK', false],
  ['dk12345674', 'DK', false],
  ['ATU12345678', 'AT', true],
  ['EL123456789', 'GR', true],
  ['GR123456789', 'GR', false],
  ['CHE123456789', 'CH', true],
  ['DE123456789', 'CH', true],
  ['QQ123456789', 'CH', false],
  ['DE1', 'DE', false],
  ['DE12345678901234', 'DE', false],
] as const)('"%s" as a VAT number in %s: %s', ([text, country, is]) => {
  expect(isVatId(text, country)).toBe(is)
})

test.for([
  ['0184', '12345674', true],
  ['0184', 'DK12345674', true],
  ['0184', '1234567', false],
  ['0088', '5798009811578', true],
  ['0088', '5798009811579', false],
  ['9930', 'DE123456789', true],
  ['9930', 'DE 123 456 789', true],
  ['GLN', '5798009811578', false],
  ['0192', '', false],
] as const)('an endpoint in %s of "%s": %s', ([scheme, id, is]) => {
  expect(isEndpoint(scheme, id)).toBe(is)
})

test('a CVR number has eight digits', () => {
  expect(['12345674', '12 34 56 74', '1234567', '123456789', 'DK12345674'].map(isCvr)).toEqual([
    ...[true, true],
    ...[false, false, false],
  ])
})

test('the union has twenty-seven members', () => {
  expect(new Set(EU_COUNTRIES).size).toBe(27)
  expect(EU_COUNTRIES).toHaveLength(27)
})
