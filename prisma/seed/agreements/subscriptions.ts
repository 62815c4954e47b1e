import { addDays, addMonths, firstOfMonth, lastOfMonth } from '@timedesk/domain/calendar/days'
import { calendarId } from '../pricing.ts'
import { caseTypeId } from '../settings.ts'
import type { DemoDeed } from '../settlement-shape.ts'
import { customerId } from '../customers.ts'
import { employeeId } from '../staff.ts'
import { BEYOND_SUPPORT, agreementId, agreementOf, inOffice, onlyFor, without } from './draft.ts'
import type { Ground, Settlement } from './draft.ts'
import { lineOf, nightsOf } from './plan-lines.ts'

/** A month’s desk work with what is left of the month before; its fee rose a while ago. */
export function nordlysDesk(ground: Ground): Settlement {
  const key = 'nordlys desk'
  const { today, workdayAgo } = ground.present
  const startsOn = addMonths(firstOfMonth(today), -11)
  const desk = lineOf(key, 'nordlys', 'Service desk, 5 hours', {
    startsOn,
    quotaUnit: 'minutes',
    quota: 300,
    rolloverPeriods: 1,
    rolloverMax: 300,
    unitPrice: 4000,
  })
  const operation = lineOf(key, 'nordlys', 'Monitoring of servers', {
    startsOn,
    position: 1,
    quantity: 4,
    unitPrice: 325,
  })
  const changed: DemoDeed = {
    at: inOffice(workdayAgo(130)),
    customerId: customerId('nordlys'),
    kind: 'price',
    byId: employeeId('karen'),
    lineId: desk.id,
    validFrom: addMonths(firstOfMonth(today), -3),
    unitPrice: 415_000,
    reason: 'New prices as announced in spring',
  }
  return {
    agreements: [
      agreementOf(key, 'nordlys', {
        heading: 'Service desk',
        terms:
          'Remote support and phone. Up to five hours that are left of a month may be used in the next. More than that is charged by time spent.',
        settlement: 'subscription',
        validFrom: startsOn,
        ratePerHour: 950,
        rounding: [15, 15],
        scope: onlyFor('remote', 'phone'),
        noticeDays: 90,
        poNumber: 'NE-2231',
      }),
    ],
    planLines: [desk, operation],
    deeds: [changed, ...nightsOf('nordlys', key, [desk], ground.present)],
  }
}

/** By quarters of the calendar, of which the first was short. Whatever the grant does not pay. */
export function sundbyQuarter(ground: Ground): Settlement {
  const key = 'sundby quarter'
  const { today } = ground.present
  const month = Number(today.slice(5, 7))
  const quarterBegan = addMonths(firstOfMonth(today), -((month - 1) % 3))
  const startsOn = addDays(addMonths(quarterBegan, -8), 9)
  const line = lineOf(key, 'sundby', 'Support, five hours a quarter', {
    startsOn,
    periodMonths: 3,
    alignsToCalendar: true,
    leadDays: 14,
    quotaUnit: 'minutes',
    quota: 300,
    unitPrice: 9000,
  })
  return {
    agreements: [
      agreementOf(key, 'sundby', {
        heading: 'Support by the quarter',
        terms: 'Invoiced two weeks before each quarter.',
        settlement: 'subscription',
        validFrom: startsOn,
        ratePerHour: 1100,
        rounding: [6, 12],
        scope: without(...BEYOND_SUPPORT),
        noticeDays: 30,
        poNumber: 'SR-450118',
      }),
    ],
    planLines: [line],
    deeds: nightsOf('sundby', key, [line], ground.present),
  }
}

/** All that the servers need, for a year in advance. */
export function lyngbyHosting(ground: Ground): Settlement {
  const key = 'lyngby hosting'
  const startsOn = addMonths(firstOfMonth(ground.present.today), -8)
  const line = lineOf(key, 'lyngby', 'Hosting with unlimited support', {
    startsOn,
    periodMonths: 12,
    leadDays: 30,
    quotaUnit: 'unlimited',
    unitPrice: 42_000,
  })
  return {
    agreements: [
      agreementOf(key, 'lyngby', {
        heading: 'Hosting, all inclusive',
        terms: 'Incidents, backup, mail and certificates, day and night.',
        settlement: 'subscription',
        validFrom: startsOn,
        ratePerHour: 1125,
        rounding: [6, 6],
        scope: [{ mode: 'include', kind: 'case_type', id: caseTypeId('hosting') }],
        poNumber: 'LB-2024-19',
      }),
    ],
    planLines: [line],
    deeds: nightsOf('lyngby', key, [line], ground.present),
  }
}

/** Cases by the month, charged when it is over; counted from the last day of a long month. */
export function klinikkenCases(ground: Ground): Settlement {
  const key = 'klinikken cases'
  const startsOn = lastOfLongMonth(addMonths(ground.present.today, -9))
  const line = lineOf(key, 'klinikken', 'To sager om måneden', {
    startsOn,
    timing: 'arrears',
    quotaUnit: 'cases',
    quota: 2,
    unitPrice: 1500,
  })
  return {
    agreements: [
      agreementOf(key, 'klinikken', {
        heading: 'Support pr. sag',
        terms: 'To sager om måneden er med. Flere afregnes efter tid.',
        settlement: 'subscription',
        validFrom: startsOn,
        ratePerHour: 950,
        overageRate: 1050,
        rounding: [30, 30],
        scope: without(...BEYOND_SUPPORT),
      }),
    ],
    planLines: [line],
    deeds: nightsOf('klinikken', key, [line], ground.present),
  }
}

function lastOfLongMonth(day: string): string {
  let last = lastOfMonth(day)
  while (!last.endsWith('31')) last = lastOfMonth(addMonths(firstOfMonth(last), -1))
  return last
}

/** A proposal that covers nothing yet: to be played through against what was done. */
export function skagerrakProposal({ present }: Ground): Settlement {
  const key = 'skagerrak proposal'
  const startsOn = addMonths(firstOfMonth(present.today), 1)
  const line = lineOf(key, 'skagerrak', 'Support, 1½ hours a month', {
    startsOn,
    quotaUnit: 'minutes',
    quota: 90,
    rolloverPeriods: 2,
    rolloverMax: 120,
    unitPrice: 1400,
  })
  const drawnUpAt = inOffice(present.workdayAgo(8))
  return {
    agreements: [
      agreementOf(key, 'skagerrak', {
        heading: 'Proposal: service subscription',
        terms: 'For Bo Thygesen to decide on.',
        settlement: 'subscription',
        state: 'draft',
        validFrom: startsOn,
        ratePerHour: 975,
        overageRate: 1025,
        rounding: [15, 15],
        afterHours: 'automatic',
        calendarId: calendarId('office'),
        afterHoursFactor: 1500,
        scope: without(...BEYOND_SUPPORT),
        termMonths: 12,
        validTo: addDays(addMonths(startsOn, 12), -1),
        renewal: 'automatic',
        noticeDays: 60,
        createdAt: drawnUpAt,
      }),
    ],
    planLines: [{ ...line, createdAt: drawnUpAt }],
  }
}

/** Suspended, since nothing was paid for two months: work since is charged at the ordinary price. */
export function auroraSuspended({ present }: Ground): Settlement {
  const key = 'aurora'
  return {
    agreements: [
      agreementOf(key, 'aurora', {
        heading: 'Support by time spent',
        terms: 'Weekdays 8–16, at a school’s price.',
        settlement: 'time_spent',
        validFrom: '2024-08-01',
        ratePerHour: 775,
        rounding: [15, 15],
      }),
    ],
    deeds: [
      {
        at: inOffice(present.workdayAgo(46)),
        customerId: customerId('aurora'),
        kind: 'suspend',
        byId: employeeId('karen'),
        agreementId: agreementId(key),
      },
    ],
  }
}
