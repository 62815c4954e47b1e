/** A decimal text in whole parts: with two decimals `12.5` is 1250. Null when it is none, or has more decimals. */
function partsOf(text: string, decimals: number): number | null {
  const [, whole = '', fraction = ''] = /^(\d{1,9})(?:\.(\d+))?$/.exec(text) ?? []
  return whole === '' || fraction.length > decimals ? null : Number(whole + fraction.padEnd(decimals, '0'))
}

/** The shortest decimal text of whole parts: with two decimals `1250` is `12.5`. */
function textOf(parts: number, decimals: number): string {
  if (!Number.isSafeInteger(parts) || parts < 0) throw new RangeError(`Not whole parts: ${String(parts)}`)
  const digits = String(parts).padStart(decimals + 1, '0')
  const fraction = digits.slice(-decimals).replace(/0+$/, '')
  const whole = digits.slice(0, -decimals)
  return fraction === '' ? whole : `${whole}.${fraction}`
}

const PERCENT_DECIMALS = 2
const RATE_DECIMALS = 6

/** Hundredths of a percent of a text such as `12.5`. Throws a RangeError for what the contract would not let in. */
export function readPercent(text: string): number {
  return required(partsOf(text, PERCENT_DECIMALS), text)
}

/** The shortest text of hundredths of a percent: `2500` is `25`. */
export function percentText(basisPoints: number): string {
  return textOf(basisPoints, PERCENT_DECIMALS)
}

/** Millionths of a currency rate such as `7.46`. Throws a RangeError for what the contract would not let in. */
export function readExchangeRate(text: string): number {
  return required(partsOf(text, RATE_DECIMALS), text)
}

/** The shortest text of a currency rate in millionths: `7460000` is `7.46`. */
export function exchangeRateText(millionths: number): string {
  return textOf(millionths, RATE_DECIMALS)
}

function required(parts: number | null, text: string): number {
  if (parts === null) throw new RangeError(`Not a decimal: ${text}`)
  return parts
}
