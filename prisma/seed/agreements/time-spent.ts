import { addDays } from '@timedesk/domain/calendar/days'
import { CUSTOMER_SINCE, customerRow } from '../customers.ts'
import type { CustomerKey } from '../customers.ts'
import { calendarId, rateCardId } from '../pricing.ts'
import { agreementId, agreementOf, onlyFor } from './draft.ts'
import type { AgreementDraft, Ground, Settlement } from './draft.ts'

/** Rate in the customer’s currency, increment and minimum in minutes, and perhaps the number of the customer's order. */
type Terms = [ratePerHour: number, incrementMinutes: number, minimumMinutes: number, poNumber?: string]

/** Skagerrak, Tidevand and Aurora have none of these: see where theirs is, if any. */
const terms: Partial<Record<CustomerKey, Terms>> = {
  nordlys: [950, 15, 15, 'NE-2231'],
  balticshipping: [1150, 30, 30, 'BSA-78810'],
  havtorn: [975, 15, 15],
  granit: [1050, 15, 30],
  sundby: [1100, 6, 12, 'SR-450118'],
  ostersjo: [1000, 15, 15],
  fjellheim: [1075, 30, 30],
  kallio: [165, 15, 15],
  lyngby: [1125, 6, 6, 'LB-2024-19'],
  vindrose: [925, 15, 15],
  polar: [1200, 30, 30, 'PPL-9917'],
  moellegaarden: [850, 15, 15],
  jysktag: [900, 15, 15],
  klinikken: [950, 30, 30],
  sydfyn: [995, 15, 15, 'SV-1042'],
  elmotor: [875, 15, 30],
  groenhave: [850, 6, 6],
  advokathuset: [1250, 6, 12],
  roskildevvs: [895, 15, 15],
  hansenlund: [1050, 6, 6],
  bornholm: [850, 15, 15],
  vadehav: [850, 30, 30],
}

/** What some of them say beside. */
type Special = Partial<Omit<AgreementDraft, 'ratePerHour' | 'overageRate'>>
const special: Partial<Record<CustomerKey, Special>> = {
  nordlys: {
    afterHours: 'automatic',
    calendarId: calendarId('office'),
    afterHoursFactor: 1500,
    weekendFactor: 2000,
    holidayFactor: 2000,
  },
  polar: {
    afterHours: 'automatic',
    calendarId: calendarId('long'),
    afterHoursFactor: 1500,
    weekendFactor: 2000,
    holidayFactor: 2500,
  },
  balticshipping: { afterHours: 'suggest', calendarId: calendarId('office'), afterHoursFactor: 1500 },
  ostersjo: { roundingScope: 'case_day' },
  lyngby: { roundingScope: 'case_period' },
  advokathuset: { rateCardId: rateCardId('standard') },
  jysktag: { terms: 'Hverdage 8–16. Ændringsønsker er uden for aftalen og vælges sådan på sagen.' },
}

/** The agreement that a customer had before anything else; it ends where another one begins in its place. */
export function timeSpent(replacedOn: ReadonlyMap<CustomerKey, string>): AgreementDraft[] {
  return Object.entries(terms).map(([name, [rate, increment, minimum, poNumber]]) => {
    const key = name as CustomerKey
    const isDanish = customerRow(key).language === 'da'
    const replaced = replacedOn.get(key)
    return agreementOf(key, key, {
      heading: isDanish ? 'Support efter forbrugt tid' : 'Support by time spent',
      terms: isDanish
        ? `Hverdage 8–16. Afregnes pr. påbegyndt ${String(increment)} minutter.`
        : `Weekdays 8–16. Settled by started ${String(increment)} minutes.`,
      settlement: 'time_spent',
      validFrom: '2023-02-01',
      ratePerHour: rate,
      rounding: [increment, minimum],
      poNumber: poNumber ?? '',
      createdAt: CUSTOMER_SINCE,
      ...special[key],
      ...(replaced !== undefined && { state: 'ended' as const, validTo: addDays(replaced, -1) }),
    })
  })
}

/** A second agreement of the same customer, for other work and by a price list. */
export function balticDevelopment({ present }: Ground): Settlement {
  return {
    agreements: [
      agreementOf('balticshipping development', 'balticshipping', {
        heading: 'Development and projects',
        terms: 'By the price list for projects. What is done on a case in a day is rounded up once.',
        settlement: 'time_spent',
        validFrom: present.workdayAgo(240),
        rateCardId: rateCardId('projects'),
        rounding: [15, 15],
        roundingScope: 'case_day',
        scope: onlyFor('development', 'project'),
        poNumber: 'BSA-79120',
      }),
    ],
  }
}

/** Cases of these customers name the agreement themselves, instead of leaving it to what the work is. */
export function chosenAgreement(customer: CustomerKey, isHosting: boolean): string | null {
  return customer === 'balticshipping' && isHosting ? agreementId(customer) : null
}
