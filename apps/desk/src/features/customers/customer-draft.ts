import type { Customer, CoverOrder, ShowsTime } from '@timedesk/contracts/customers'
import type { Language, Reference } from '@timedesk/contracts/primitives'

import type { z } from 'zod'

import { wireDecimal } from '../../shared/forms/wire-decimal.ts'
import { wireRate } from '../../shared/forms/wire-rate.ts'

/** A customer as it is written in the form; named as the fields of the request. */
export type CustomerDraft = {
  name: string
  address: string
  countryCode: string
  vatId: string
  phone: string
  website: string
  currency: string
  language: Language
  ratePerHour: string
  accountManagerId: Reference | null
  coverOrder: z.infer<typeof CoverOrder>
  requiresPo: boolean
  showsTime: z.infer<typeof ShowsTime>
  showsBalances: boolean
  showsMoney: boolean
  showsInvoices: boolean
  postalCode: string
  city: string
  cvr: string
  endpointScheme: string
  endpointId: string
  invoiceEmail: string
  buyerReference: string
  paymentTermsDays: string
  vatTreatment: Customer['vatTreatment']
  invoiceGrouping: Customer['invoiceGrouping']
  invoiceDetail: Customer['invoiceDetail']
  projectsApart: boolean
  discountPercent: string
  remarks: string
}

export const emptyCustomer = (currency: string, language: Language): CustomerDraft => ({
  name: '',
  address: '',
  countryCode: 'DK',
  vatId: '',
  phone: '',
  website: '',
  currency,
  language,
  ratePerHour: '',
  accountManagerId: null,
  coverOrder: ['subscription', 'voucher'],
  requiresPo: false,
  showsTime: 'none',
  showsBalances: true,
  showsMoney: false,
  showsInvoices: true,
  postalCode: '',
  city: '',
  cvr: '',
  endpointScheme: '',
  endpointId: '',
  invoiceEmail: '',
  buyerReference: '',
  paymentTermsDays: '',
  vatTreatment: 'domestic',
  invoiceGrouping: 'customer',
  invoiceDetail: 'case',
  projectsApart: false,
  discountPercent: '0',
  remarks: '',
})

export function draftOfCustomer(customer: Customer): CustomerDraft {
  const { postalCode, city, cvr, endpointScheme, endpointId, invoiceEmail, buyerReference } = customer
  const { showsInvoices, vatTreatment, invoiceGrouping, invoiceDetail, projectsApart, discountPercent } = customer
  return {
    ...{ postalCode, city, cvr, endpointScheme, endpointId, invoiceEmail, buyerReference },
    ...{ showsInvoices, vatTreatment, invoiceGrouping, invoiceDetail, projectsApart, discountPercent },
    paymentTermsDays: customer.paymentTermsDays === null ? '' : String(customer.paymentTermsDays),
    name: customer.name,
    address: customer.address,
    countryCode: customer.countryCode,
    vatId: customer.vatId ?? '',
    phone: customer.phone,
    website: customer.website,
    currency: customer.currency,
    language: customer.language,
    ratePerHour: customer.ratePerHour?.amount ?? '',
    accountManagerId: customer.accountManager,
    coverOrder: customer.coverOrder,
    requiresPo: customer.requiresPo,
    showsTime: customer.showsTime,
    showsBalances: customer.showsBalances,
    showsMoney: customer.showsMoney,
    remarks: customer.remarks,
  }
}

/** The changed fields as the API takes them. A new currency takes the price with it, so the two always agree. */
export function bodyOfCustomer(changes: Partial<CustomerDraft>, draft: CustomerDraft) {
  const { vatId, ratePerHour, accountManagerId, paymentTermsDays, discountPercent, ...same } = changes
  const ratesAnew = ratePerHour !== undefined || (same.currency !== undefined && draft.ratePerHour !== '')
  return {
    ...same,
    ...(vatId !== undefined && { vatId: vatId === '' ? null : vatId }),
    ...(ratesAnew && { ratePerHour: wireRate(draft.ratePerHour, draft.currency) }),
    ...(paymentTermsDays !== undefined && {
      paymentTermsDays: paymentTermsDays.trim() === '' ? null : Number(paymentTermsDays),
    }),
    ...(discountPercent !== undefined && { discountPercent: wireDecimal(discountPercent) ?? '0' }),
    ...(accountManagerId !== undefined && { accountManagerId: accountManagerId?.id ?? null }),
  }
}
