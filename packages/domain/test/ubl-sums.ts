import { elementsAt, readUbl, textsAt } from './read-ubl.ts'

/** Of a unit; what Peppol grants between an amount and what it is computed from. */
const SLACK = 2n

/**
 * The arithmetic rules that a document breaks, computed from its text alone in whole øre: BR-CO-10 to BR-CO-17,
 * BR-S-08 and its like, PEPPOL-EN16931-R040, R120 and R130. VAT has to be right to the øre, where BR-CO-17 grants a krone.
 */
export function sumFaults(xml: string): string[] {
  const root = readUbl(xml)
  const lines = [...elementsAt(root, 'InvoiceLine'), ...elementsAt(root, 'CreditNoteLine')]
  const allowances = elementsAt(root, 'AllowanceCharge')
  const total = (name: string) => oneOf(root, `LegalMonetaryTotal/${name}`)
  const [vat] = elementsAt(root, 'TaxTotal').filter((element) => elementsAt(element, 'TaxSubtotal').length > 0)
  if (vat === undefined) return ['BR-CO-18']
  const subtotals = elementsAt(vat, 'TaxSubtotal')
  const vatSum = oneOf(vat, 'TaxAmount')

  const rules: [rule: string, isKept: boolean][] = [
    ['BR-CO-10', total('LineExtensionAmount') === sumOf(lines, 'LineExtensionAmount')],
    ['BR-CO-11', total('AllowanceTotalAmount') === sumOf(allowances, 'Amount')],
    ['BR-CO-13', total('TaxExclusiveAmount') === total('LineExtensionAmount') - total('AllowanceTotalAmount')],
    ['BR-CO-14', vatSum === sumOf(subtotals, 'TaxAmount')],
    ['BR-CO-15', total('TaxInclusiveAmount') === total('TaxExclusiveAmount') + vatSum],
    ['BR-CO-16', total('PayableAmount') === total('TaxInclusiveAmount') + total('PayableRoundingAmount')],
    ['R040', allowances.every(followsPercentage)],
    ['BR-CO-17', subtotals.every(followsRate)],
    ['BR-S-08', subtotals.every((subtotal) => taxesItsLines(subtotal, lines, allowances))],
    ['R120', lines.every(followsPrice)],
    ['R130', lines.every(hasOneUnit)],
  ]
  return rules.flatMap(([rule, isKept]) => (isKept ? [] : [rule]))
}

function followsPercentage(allowance: Element): boolean {
  const exact = oneOf(allowance, 'BaseAmount') * oneOf(allowance, 'MultiplierFactorNumeric')
  return size(exact - oneOf(allowance, 'Amount') * 10_000n) <= SLACK * 10_000n
}

function followsRate(subtotal: Element): boolean {
  const exact = oneOf(subtotal, 'TaxableAmount') * oneOf(subtotal, 'TaxCategory/Percent')
  return size(exact - oneOf(subtotal, 'TaxAmount') * 10_000n) * 2n <= 10_000n
}

function taxesItsLines(subtotal: Element, lines: readonly Element[], allowances: readonly Element[]): boolean {
  const key = keyAt(subtotal, 'TaxCategory')
  const own = lines.filter((line) => keyAt(line, 'Item/ClassifiedTaxCategory') === key)
  const taken = allowances.filter((allowance) => keyAt(allowance, 'TaxCategory') === key)
  return oneOf(subtotal, 'TaxableAmount') === sumOf(own, 'LineExtensionAmount') - sumOf(taken, 'Amount')
}

function keyAt(element: Element, path: string): string {
  return [...textsAt(element, `${path}/ID`), ...textsAt(element, `${path}/Percent`)].join(' ')
}

function followsPrice(line: Element): boolean {
  const quantity = oneOf(line, 'InvoicedQuantity') + oneOf(line, 'CreditedQuantity')
  const base = oneOf(line, 'Price/BaseQuantity')
  const put = elementsAt(line, 'AllowanceCharge').reduce((sum, allowance) => {
    const isCharge = textsAt(allowance, 'ChargeIndicator').join() === 'true'
    return sum + (isCharge ? oneOf(allowance, 'Amount') : -oneOf(allowance, 'Amount'))
  }, 0n)
  const exact = quantity * oneOf(line, 'Price/PriceAmount')
  return size(exact - (oneOf(line, 'LineExtensionAmount') - put) * base) <= SLACK * base
}

function hasOneUnit(line: Element): boolean {
  const quantities = ['InvoicedQuantity', 'CreditedQuantity', 'Price/BaseQuantity']
  return (
    new Set(quantities.flatMap((path) => elementsAt(line, path)).map((one) => one.getAttribute('unitCode'))).size === 1
  )
}

/** Hundredths; none is zero. */
function oneOf(element: Element, path: string): bigint {
  const [text = '0'] = textsAt(element, path)
  const [, sign, whole = '0', decimals = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text) ?? []
  const hundredths = BigInt(whole) * 100n + BigInt(decimals.padEnd(2, '0'))
  return sign === '-' ? -hundredths : hundredths
}

function sumOf(elements: readonly Element[], path: string): bigint {
  return elements.reduce((sum, element) => sum + oneOf(element, path), 0n)
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value
}
