import { customerRows } from './customer-rows.ts'
import type { CustomerRow } from './customer-rows.ts'
import { termsOf } from './invoicing/customer-terms.ts'
import { idOf } from './make-id.ts'
import type { DemoCustomer } from './shape.ts'
import { employeeId } from './staff.ts'

/** Before the first case of the demo. */
export const CUSTOMER_SINCE = new Date('2023-01-09T09:00:00Z')
const FIRST_NUMBER = 1001

export type CustomerKey = keyof typeof customerRows
export const customerKeys = Object.keys(customerRows) as CustomerKey[]
export const customerId = (key: CustomerKey) => idOf(`customer ${key}`)
export const customerRow = (key: CustomerKey): CustomerRow => customerRows[key]
/** In what a customer is invoiced. */
export const currencyOf = (key: CustomerKey): string => (key === 'kallio' ? 'EUR' : 'DKK')

/** Who differs from what a new customer starts with. */
const switches: Partial<Record<CustomerKey, Partial<Switches>>> = {
  nordlys: { showsTime: 'live', showsBalances: true, showsMoney: true },
  havtorn: { showsTime: 'approved', showsBalances: true },
  fjellheim: { showsTime: 'live', showsBalances: true, showsMoney: true },
  sundby: { coverOrder: ['voucher', 'subscription'], showsTime: 'approved', showsBalances: true, showsMoney: true },
  hansenlund: { showsTime: 'approved', showsBalances: true },
  elmotor: { showsBalances: true },
  polar: { requiresPo: true },
  vadehav: { requiresPo: true },
}
type Switches = Pick<DemoCustomer, 'coverOrder' | 'requiresPo' | 'showsTime' | 'showsBalances' | 'showsMoney'>

const callingCode: Readonly<Record<string, string>> = { SE: '+46', NO: '+47', FI: '+358' }

export const customers: DemoCustomer[] = Object.entries<CustomerRow>(customerRows).map(([key, row], index) => {
  const countryCode = row.country ?? 'DK'
  const [address, postalCode, city] = row.place
  return {
    id: customerId(key as CustomerKey),
    number: FIRST_NUMBER + index,
    name: row.name,
    address,
    postalCode,
    city,
    countryCode,
    ...termsOf(key as CustomerKey, row, index),
    phone: phoneNumber(callingCode[countryCode] ?? '+45', index),
    website: `https://${key}.example`,
    currency: currencyOf(key as CustomerKey),
    language: row.language,
    ratePerHour: row.ratePerHour ?? null,
    accountManagerId: employeeId(row.manager),
    remarks: row.remarks ?? '',
    coverOrder: ['subscription', 'voucher'],
    requiresPo: false,
    showsTime: 'none',
    showsBalances: false,
    showsMoney: false,
    ...switches[key as CustomerKey],
    createdAt: CUSTOMER_SINCE,
  }
})

/** Made up; the eight digits differ for each `index`. */
export function phoneNumber(calling: string, index: number): string {
  const digits = String(20_000_000 + ((index * 7_919_113) % 79_999_999))
  return `${calling} ${digits.replace(/(\d{2})(?=\d)/gu, '$1 ')}`
}
