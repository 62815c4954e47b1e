import { isBic, isCvr, isEndpoint, isIban, isVatId } from '@timedesk/domain/invoicing/identifiers'
import { addMonths, mondayOf } from '@timedesk/domain/calendar/days'
import { describe, expect, test } from 'vitest'
import { demoCompany } from './demo-company.ts'
import { monthEndsAt } from './invoicing/month-ends.ts'
import { presentAt } from './present.ts'
import { dayOf } from './working-time.ts'

const NOW = new Date('2026-11-23T14:20:00Z')
const { company, invoicing, currencyRates, customers, contacts, agreements, deeds, habits, weekSheets } =
  demoCompany(NOW)

const named = (name: string) => customers.find((one) => one.name === name)

describe('invoicing of the demo company', () => {
  test('names seller and buyers as an invoice has to', () => {
    expect(isCvr(company.cvr) && isVatId(company.vatId, company.countryCode)).toBe(true)
    expect(isIban(invoicing.iban) && isBic(invoicing.bic)).toBe(true)
    for (const one of [company, ...customers])
      expect([one.name, one.address, one.postalCode, one.city]).not.toContain('')
    for (const { cvr, vatId, countryCode, endpointScheme, endpointId, buyerReference } of customers) {
      expect(countryCode === 'DK' ? isCvr(cvr) : cvr !== '').toBe(true)
      expect(isVatId(vatId, countryCode)).toBe(true)
      expect(isEndpoint(endpointScheme, endpointId)).toBe(true)
      expect(buyerReference).not.toBe('')
    }
    expect(new Set(customers.map(({ cvr }) => cvr)).size).toBe(customers.length)
  })

  test('has customers of each kind: at home and abroad, by other currency, grouping, detail, discount and address', () => {
    const kinds = <Key extends keyof (typeof customers)[number]>(key: Key) => new Set(customers.map((one) => one[key]))

    expect(kinds('vatTreatment')).toEqual(new Set(['domestic', 'reverse_charge', 'export']))
    expect(kinds('invoiceGrouping')).toEqual(new Set(['customer', 'agreement', 'case']))
    expect(kinds('invoiceDetail')).toEqual(new Set(['case', 'entry']))
    expect(kinds('endpointScheme')).toEqual(new Set(['0184', '0088', '0007', '0192', '0216']))
    expect(kinds('paymentTermsDays').size).toBeGreaterThan(2)
    expect(kinds('discountBasisPoints').size).toBeGreaterThan(1)
    expect(named('Kallio Design Oy')).toMatchObject({ currency: 'EUR', vatTreatment: 'reverse_charge' })
    expect(customers.filter(({ projectsApart }) => projectsApart)).not.toEqual([])
    expect(customers.filter(({ showsInvoices }) => !showsInvoices)).not.toEqual([])
    expect(customers.filter(({ invoiceEmail }) => invoiceEmail === '')).not.toEqual([])
  })

  test('has agreements and vouchers of a customer in its currency', () => {
    const currencies = new Map(customers.map(({ id, currency }) => [id, currency]))
    const sold = deeds.flatMap((deed) => (deed.kind === 'sell' ? [[deed.customerId, deed.voucher.currency]] : []))

    for (const [customerId, currency] of [...sold, ...agreements.map((one) => [one.customerId, one.currency])])
      expect(currencies.get(String(customerId))).toBe(currency)
  })

  test('knows what a euro was worth in every month of the year', () => {
    expect(currencyRates.every(({ rate }) => rate > 7_000_000 && rate < 8_000_000)).toBe(true)
    expect(currencyRates.map(({ validFrom }) => validFrom)).toEqual(
      Array.from({ length: 13 }, (_, monthsAgo) => addMonths('2026-11-01', -monthsAgo)),
    )
  })

  test('invoices each month of the year once all its weeks are approved', () => {
    const runs = deeds.filter(({ kind }) => kind === 'run')
    const posted = deeds.filter(({ kind }) => kind === 'post')

    expect(runs).toHaveLength(12)
    expect(posted).toHaveLength(12)
    for (const run of runs) {
      if (run.kind !== 'run') continue
      const late = weekSheets.filter(
        ({ monday, decidedAt }) => monday <= mondayOf(run.through) && (decidedAt === null || decidedAt > run.at),
      )
      expect(late).toEqual([])
    }
  })

  test.for(['2026-11-02T10:30:00Z', '2026-11-02T15:00:00Z', '2027-01-04T22:00:00Z', '2026-04-06T12:00:00Z'])(
    'looks back at %s on whole months only',
    (moment) => {
      const now = new Date(moment)
      const ends = monthEndsAt(presentAt(now))

      expect(ends.length).toBeGreaterThanOrEqual(11)
      expect(ends.filter(({ last, day }) => day <= last || day > dayOf(now.getTime()))).toEqual([])
      expect(demoCompany(now).deeds.filter(({ at }) => at > now)).toEqual([])
    },
  )

  test('knows when everybody pays, of whom one pays far too late and one half of it', () => {
    expect(new Set(habits.map(({ customerId }) => customerId)).size).toBe(customers.length)
    expect(habits.filter(({ daysAfterDue }) => daysAfterDue > 60)).toHaveLength(1)
    expect(habits.filter(({ partPaidFrom }) => partPaidFrom !== null)).toHaveLength(1)
    expect(habits.map(({ partPaidFrom }) => partPaidFrom)).toContain('2026-11-02')
  })

  test('lets contacts ask and order only at their own customer', () => {
    const owners = new Map([...contacts, ...agreements].map(({ id, customerId }) => [id, customerId]))
    const spoken = deeds.filter((deed) => deed.kind === 'question' || deed.kind === 'order')

    expect(spoken.map(({ kind }) => kind)).toEqual(['order', 'question', 'question', 'question', 'order'])
    for (const deed of spoken) {
      expect(owners.get('contactId' in deed ? deed.contactId : '')).toBe(deed.customerId)
      if (deed.kind === 'order') expect(owners.get(deed.agreementId)).toBe(deed.customerId)
    }
  })
})
