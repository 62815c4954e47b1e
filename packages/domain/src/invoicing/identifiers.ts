/** Members of the European Union by ISO 3166-1, of which exports are none. */
export const EU_COUNTRIES: readonly string[] = [
  ...['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU'],
  ...['IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
]

const VAT_ID = /^([A-Z]{2})[A-Z0-9]{2,13}$/
const DANISH_VAT_ID = /^DK\d{8}$/
const COUNTRY = /^[A-Z]{2}$/
const CVR = /^\d{8}$/
const CVR_ENDPOINT = /^(?:DK)?\d{8}$/
const ENDPOINT_SCHEME = /^\d{4}$/
const GLN = /^\d{13}$/
const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/
const BIC = /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/
const BANK_REGISTRATION = /^\d{4}$/
const BANK_ACCOUNT = /^\d{1,10}$/
const SPACES = /\s/g

/** Schemes of ISO 6523 whose form is checked: Danish company numbers, and locations. */
const CVR_SCHEME = '0184'
const GLN_SCHEME = '0088'

const IBAN_MODULUS = 97n

/** Letters count from ten. */
const LETTER_BASE = 36

export function isCountryCode(text: string): boolean {
  return COUNTRY.test(text)
}

/** Eight digits; their check digit is no rule any more. */
export function isCvr(text: string): boolean {
  return CVR.test(withoutSpaces(text))
}

/**
 * A VAT number with its prefix: that of the country it is in, or of a member of the union, and Greece has one of its own
 * (BR-CO-09). Beyond the prefix only Denmark's form is checked.
 */
export function isVatId(text: string, countryCode: string): boolean {
  const vatId = withoutSpaces(text)
  const prefix = VAT_ID.exec(vatId)?.[1]
  if (prefix === undefined) return false
  if (prefix === 'DK') return DANISH_VAT_ID.test(vatId)
  return prefix === vatPrefixOf(countryCode) || EU_COUNTRIES.some((country) => vatPrefixOf(country) === prefix)
}

function vatPrefixOf(countryCode: string): string {
  return countryCode === 'GR' ? 'EL' : countryCode
}

/** An electronic address in a scheme of four digits; company numbers and locations have to be some. */
export function isEndpoint(scheme: string, id: string): boolean {
  const address = withoutSpaces(id)
  if (!ENDPOINT_SCHEME.test(scheme) || address === '') return false
  if (scheme === CVR_SCHEME) return CVR_ENDPOINT.test(address)
  return scheme === GLN_SCHEME ? isGln(address) : true
}

/** A global location number: thirteen digits, the last of which checks the others. */
export function isGln(text: string): boolean {
  if (!GLN.test(text)) return false
  const sum = Array.from(text).reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0)
  return sum % 10 === 0
}

/** An IBAN, in groups of four or not, whose checksum is right (ISO 7064, 97-10). */
export function isIban(text: string): boolean {
  const iban = withoutSpaces(text).toUpperCase()
  if (!IBAN.test(iban)) return false
  const moved = `${iban.slice(4)}${iban.slice(0, 4)}`
  const digits = moved.replaceAll(/[A-Z]/g, (letter) => String(parseInt(letter, LETTER_BASE)))
  return BigInt(digits) % IBAN_MODULUS === 1n
}

export function isBic(text: string): boolean {
  return BIC.test(withoutSpaces(text).toUpperCase())
}

export function isBankRegistration(text: string): boolean {
  return BANK_REGISTRATION.test(withoutSpaces(text))
}

export function isBankAccount(text: string): boolean {
  return BANK_ACCOUNT.test(withoutSpaces(text))
}

/** Numbers are read in groups, and sent without. */
function withoutSpaces(text: string): string {
  return text.replaceAll(SPACES, '')
}
