import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factorText, parseFactor, readFactor } from './factor.ts'

test.for([
  ['1', 1000],
  ['1.5', 1500],
  ['1.50', 1500],
  ['0', 0],
  ['0.333', 333],
  ['2.05', 2050],
  ['10', 10_000],
  ['10.000', 10_000],
] as const)('%s is %i thousandths', ([text, permille]) => {
  expect(parseFactor(text)).toBe(permille)
})

test.for(['', '1.0005', '1,5', '1e1', '.5', '5.', '-1', '+1', ' 1', 'NaN', '100', '10.001', '１'])(
  '"%s" is no factor',
  (text) => {
    expect(parseFactor(text)).toBeNull()
    expect(() => readFactor(text, '/body/factor')).toThrow(
      expect.objectContaining({
        code: 'invalid_request',
        details: expect.objectContaining({ fields: [expect.objectContaining({ pointer: '/body/factor' })] }) as unknown,
      }),
    )
  },
)

test.for([
  [1000, '1'],
  [1500, '1.5'],
  [1050, '1.05'],
  [7, '0.007'],
  [0, '0'],
] as const)('%i thousandths are written as %s', ([permille, text]) => {
  expect(factorText(permille)).toBe(text)
})

test('a factor comes back from its text', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (permille) => {
      expect(readFactor(factorText(permille), '/body/factor')).toBe(permille)
    }),
  )
})

test.for([-1, 1.5, Number.NaN])('%d cannot be written as a factor', (permille) => {
  expect(() => factorText(permille)).toThrow(RangeError)
})
