import type { Company } from '@timedesk/contracts/settings'
import type { Customer } from '@timedesk/contracts/customers'
import type { PriceClass, RateCard } from '@timedesk/contracts/pricing'
import type { ServiceCalendar as WireCalendar } from '@timedesk/contracts/service-calendars'
import type { OpeningSpan, ServiceCalendar } from '@timedesk/domain/calendar/service-calendar'
import type { EntryToCover, Payer } from '@timedesk/domain/cover/entry'
import type { AfterHours, AgreementTerms, RateCardRow } from '@timedesk/domain/cover/terms'
import { parseFactor } from '@timedesk/domain/money/factor'
import { parseAmount } from '@timedesk/domain/money/money'
import { createZone } from '@timedesk/domain/time/zone'

import { minutesOfClock } from '../../clock-in.ts'
import { wireDecimal } from '../../forms/wire-decimal.ts'
import { parseUnits } from '../prepaid-units.ts'
import type { TermsDraft } from '../terms-draft.ts'

/** What the engine has to know beside the terms: prices of customer and company, price lists, opening hours. */
export type TermsGround = {
  today: string
  customer: Pick<Customer, 'currency' | 'ratePerHour' | 'coverOrder'> | null
  company: Pick<Company, 'currency' | 'ratePerHour' | 'timeZone'>
  priceClasses: readonly PriceClass[]
  rateCards: readonly RateCard[]
  calendars: readonly WireCalendar[]
}

const WHOLE_PERMILLE = 1000
/** The id that the agreement has while it is only a draft. */
export const DRAFT_ID = 'draft'

export function currencyOf({ customer, company }: TermsGround): string {
  return customer?.currency ?? company.currency
}

export function payerOf({ customer, company }: TermsGround): Payer {
  return {
    customer: {
      currency: customer?.currency ?? company.currency,
      ratePerHour: minorOf(customer?.ratePerHour),
      coverOrder: customer?.coverOrder ?? ['subscription', 'voucher'],
    },
    company: { currency: company.currency, ratePerHour: minorOf(company.ratePerHour) },
    zone: createZone(company.timeZone),
  }
}

/** The draft as the engine reads it: in force, for all work. What cannot be read counts as not written. */
export function engineTerms(draft: TermsDraft, ground: TermsGround, today: string): AgreementTerms {
  return {
    ...{ id: DRAFT_ID, number: 1, heading: draft.heading, settlement: draft.settlement, state: 'active' },
    ...{ validFrom: today, validTo: null, currency: currencyOf(ground), isBillable: draft.isBillable, scope: [] },
    ratePerHour: parseUnits(draft.ratePerHour, 'money'),
    rateCard: cardRows(draft, ground),
    increment: Math.max(1, draft.incrementMinutes),
    minimum: Math.max(0, draft.minimumMinutes),
    roundingScope: draft.roundingScope,
    afterHours: afterHoursOf(draft, ground),
    overagePolicy: draft.overagePolicy,
    overageRatePerHour: parseUnits(draft.overageRate, 'money'),
  }
}

/** Support on a case, of no price class unless one is told. */
export function workOf(workDate: string, minutes: number, priceClass?: PriceClass): EntryToCover {
  return {
    ...{ workDate, minutes, startMs: null, endMs: null, isBillable: null, ratePerHour: null, caseId: 'case' },
    ...{ presentAgreementIds: [], caseTypeIds: [], departmentIds: [], projectIds: [], choice: { mode: 'automatic' } },
    activityType: { id: 'any', isBillable: true, factorPermille: WHOLE_PERMILLE, fixedRatePerHour: null, minimum: 0 },
    priceClass:
      priceClass === undefined
        ? null
        : {
            id: priceClass.id,
            ratePerHour: minorOf(priceClass.ratePerHour),
            drawFactorPermille: parseFactor(priceClass.drawFactor) ?? WHOLE_PERMILLE,
          },
  }
}

/** Opening hours as the engine counts them, in minutes since midnight. */
export function engineCalendar({ timeZone, hours, holidays }: WireCalendar): ServiceCalendar {
  return {
    timeZone,
    versions: hours.map(({ validFrom, holidaySet, spans }) => ({
      ...{ validFrom, holidaySet },
      hours: spans.map(({ weekday, opensAt, closesAt }) => ({
        weekday: weekday as OpeningSpan['weekday'],
        from: minutesOfClock(opensAt) ?? 0,
        to: minutesOfClock(closesAt) ?? 0,
      })),
    })),
    holidays: holidays.map(({ day }) => day),
  }
}

function afterHoursOf({ afterHours }: TermsDraft, { calendars }: TermsGround): AfterHours {
  const calendar = calendars.find(({ id }) => id === afterHours.calendarId)
  return {
    policy: calendar === undefined ? 'none' : afterHours.policy,
    calendar: calendar === undefined ? null : engineCalendar(calendar),
    factorPermille: permille(afterHours.factor) ?? WHOLE_PERMILLE,
    weekendFactorPermille: permille(afterHours.weekendFactor),
    holidayFactorPermille: permille(afterHours.holidayFactor),
  }
}

function cardRows({ rateCardId }: TermsDraft, { rateCards }: TermsGround): RateCardRow[] {
  const rows = rateCards.find(({ id }) => id === rateCardId)?.rows ?? []
  return rows.flatMap(({ priceClass, activityType, validFrom, ratePerHour }) => {
    const minor = parseAmount(ratePerHour.amount)
    return minor === null
      ? []
      : [{ priceClassId: priceClass.id, activityTypeId: activityType?.id ?? null, validFrom, ratePerHour: minor }]
  })
}

function permille(text: string): number | null {
  const factor = wireDecimal(text)
  return factor === null ? null : parseFactor(factor)
}

function minorOf(money: { amount: string } | null | undefined): number | null {
  return money === null || money === undefined ? null : parseAmount(money.amount)
}
