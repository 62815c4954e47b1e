import { addDays, addMonths, firstOfMonth } from '@timedesk/domain/calendar/days'
import { customerId } from '../customers.ts'
import { rateCardId } from '../pricing.ts'
import type { DemoDeed } from '../settlement-shape.ts'
import { employeeId } from '../staff.ts'
import { BEYOND_SUPPORT, agreementId, agreementOf, inOffice, without } from './draft.ts'
import type { Ground, Settlement } from './draft.ts'
import { lineOf, nightsOf } from './plan-lines.ts'

/** A fee for each user whose price follows an index from a day that is still to come. */
export function advokathusetUsers(ground: Ground): Settlement {
  const key = 'advokathuset users'
  const { today, workdayAgo } = ground.present
  const startsOn = addMonths(firstOfMonth(today), -10)
  const line = lineOf(key, 'advokathuset', 'Drift og support pr. bruger', {
    startsOn,
    quantity: 18,
    unitPrice: 245,
    quotaUnit: 'minutes',
    quota: 60,
  })
  const year = Number(today.slice(0, 4))
  const indexed: DemoDeed = {
    at: inOffice(workdayAgo(9)),
    customerId: customerId('advokathuset'),
    kind: 'index',
    byId: employeeId('karen'),
    lineId: line.id,
    validFrom: addMonths(firstOfMonth(today), 2),
    index: { base: '116.0', baseMonth: `${String(year - 1)}-01`, now: '117.2', nowMonth: `${String(year)}-01` },
  }
  return {
    agreements: [
      agreementOf(key, 'advokathuset', {
        heading: 'Driftsaftale',
        terms: 'Pris pr. bruger. En times support om måneden er med. Prisen følger nettoprisindekset.',
        settlement: 'subscription',
        validFrom: startsOn,
        rateCardId: rateCardId('standard'),
        rounding: [6, 12],
        scope: without(...BEYOND_SUPPORT),
        noticeDays: 90,
      }),
    ],
    planLines: [line],
    deeds: [indexed, ...nightsOf('advokathuset', key, [line], ground.present)],
  }
}

/** Given notice: it ends in two months, within a quarter that is paid for. */
export function roskildeNotice(ground: Ground): Settlement {
  const key = 'roskilde quarter'
  const { today, workdayAgo } = ground.present
  const startsOn = addMonths(firstOfMonth(today), -9)
  const line = lineOf(key, 'roskildevvs', 'Support, tre timer i kvartalet', {
    startsOn,
    periodMonths: 3,
    quotaUnit: 'minutes',
    quota: 180,
    unitPrice: 2500,
  })
  return {
    agreements: [
      agreementOf(key, 'roskildevvs', {
        heading: 'Serviceaftale',
        terms: 'Kan opsiges med to måneders varsel. Ubrugte dage krediteres.',
        settlement: 'subscription',
        validFrom: startsOn,
        ratePerHour: 895,
        overageRate: 950,
        rounding: [15, 15],
        scope: without(...BEYOND_SUPPORT),
        noticeDays: 60,
        creditsUnused: true,
      }),
    ],
    planLines: [line],
    deeds: [
      ...nightsOf('roskildevvs', key, [line], ground.present),
      {
        at: inOffice(workdayAgo(12)),
        customerId: customerId('roskildevvs'),
        kind: 'terminate',
        byId: employeeId('jonas'),
        agreementId: agreementId(key),
        reason: 'Johnny Pihl går på pension og lukker forretningen',
      },
    ],
  }
}

/** A year that renews itself unless somebody gives notice within the next days. */
export function hansenlundYear(ground: Ground): Settlement {
  const key = 'hansenlund year'
  const { today } = ground.present
  const validFrom = addMonths(addDays(today, 71), -12)
  const line = lineOf(key, 'hansenlund', 'Support, halvanden time om måneden', {
    startsOn: validFrom,
    quotaUnit: 'minutes',
    quota: 90,
    rolloverPeriods: 2,
    rolloverMax: 60,
    unitPrice: 1575,
  })
  return {
    agreements: [
      agreementOf(key, 'hansenlund', {
        heading: 'Support, årsaftale',
        terms: 'Et år ad gangen. Højst en time kan overføres, i op til to måneder.',
        settlement: 'subscription',
        validFrom,
        validTo: addDays(addMonths(validFrom, 12), -1),
        ratePerHour: 1050,
        rounding: [6, 6],
        scope: without(...BEYOND_SUPPORT, 'development'),
        termMonths: 12,
        renewal: 'automatic',
        noticeDays: 60,
      }),
    ],
    planLines: [line],
    deeds: nightsOf('hansenlund', key, [line], ground.present),
  }
}
