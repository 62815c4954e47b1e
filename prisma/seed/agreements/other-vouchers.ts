import { addDays } from '@timedesk/domain/calendar/days'
import { customerId } from '../customers.ts'
import type { DemoDeed } from '../settlement-shape.ts'
import { employeeId } from '../staff.ts'
import {
  BEYOND_SUPPORT,
  agreementId,
  agreementOf,
  atNight,
  inOffice,
  sale,
  settle,
  supportUses,
  without,
} from './draft.ts'
import type { Ground, Settlement } from './draft.ts'
import { enoughFor } from './uses.ts'

const QUARTER_HOURS = [15, 15] as const
/** Kroner, for whoever works. */
const ABOUT_AN_HOUR = 1000

/** Twelve cases of which some are left, for three weeks more; and a dozen that was ordered by mistake. */
export function kallioCases(ground: Ground): Settlement {
  const key = 'kallio cases'
  const { workdayAgo, today } = ground.present
  const lot = { agreementId: agreementId(key), unit: 'cases', quantity: 12, price: 1200 } as const
  return {
    agreements: [
      agreementOf(key, 'kallio', {
        heading: 'Case pack',
        terms: 'Twelve cases, however long they take. Projects and travel are charged by the hour.',
        settlement: 'voucher',
        validFrom: workdayAgo(158),
        ratePerHour: 165,
        rounding: [15, 15],
        scope: without(...BEYOND_SUPPORT),
      }),
    ],
    deeds: [
      sale('kallio', workdayAgo(158), { ...lot, key, expiresOn: addDays(today, 24) }),
      sale('kallio', workdayAgo(21), { ...lot, key: 'kallio mistake', expiresOn: addDays(today, 161) }),
      {
        at: inOffice(workdayAgo(19)),
        customerId: customerId('kallio'),
        kind: 'cancel',
        byId: employeeId('karen'),
        voucher: 'kallio mistake',
        reason: 'Ordered twice: by Aino Laine and by her assistant',
      },
      settle('kallio', key, ground.present.now),
    ],
  }
}

/** Cases that end within the week. */
export function moellegaardenCases(ground: Ground): Settlement {
  const key = 'moellegaarden cases'
  const { workdayAgo, today } = ground.present
  const expiresOn = addDays(today, 5)
  return {
    agreements: [
      agreementOf(key, 'moellegaarden', {
        heading: 'Klippekort i sager',
        terms: 'Et klip pr. sag, uanset hvor lang tid den tager.',
        settlement: 'voucher',
        validFrom: workdayAgo(350),
        ratePerHour: 850,
        rounding: [15, 15],
        scope: without(...BEYOND_SUPPORT),
      }),
    ],
    deeds: [
      sale('moellegaarden', workdayAgo(350), {
        key,
        agreementId: agreementId(key),
        unit: 'cases',
        quantity: 25,
        price: 16_250,
        expiresOn,
      }),
      settle('moellegaarden', key, atNight(addDays(today, -55), ground.present)),
      settle('moellegaarden', key, atNight(addDays(today, -25), ground.present)),
      settle('moellegaarden', key, ground.present.now),
    ],
  }
}

/** Money that expired, came back when somebody asked, and lasts till spring; more is ordered and not paid yet. */
export function bornholmMoney(ground: Ground): Settlement {
  const key = 'bornholm money'
  const { ago, workdayAgo, today } = ground.present
  const expiresOn = ago(36)
  const boughtOn = workdayAgo(340)
  const price = (enoughFor(supportUses(ground, 'bornholm', QUARTER_HOURS), boughtOn) * ABOUT_AN_HOUR) / 60
  const lot = { agreementId: agreementId(key), unit: 'money' } as const
  return {
    agreements: [
      agreementOf(key, 'bornholm', {
        heading: 'Forudbetalt support',
        terms: 'Et beløb, der bruges til timepris. Junior og senior koster hver sit.',
        settlement: 'voucher',
        validFrom: boughtOn,
        rounding: QUARTER_HOURS,
        scope: without(...BEYOND_SUPPORT),
      }),
    ],
    deeds: [
      sale('bornholm', boughtOn, { ...lot, key, quantity: price * 100, price, expiresOn }),
      settle('bornholm', key, atNight(addDays(expiresOn, 1), ground.present)),
      {
        at: inOffice(workdayAgo(31)),
        customerId: customerId('bornholm'),
        kind: 'extend',
        byId: employeeId('karen'),
        voucher: key,
        expiresOn: addDays(today, 120),
        reason: 'Kirstine Kofoed havde ikke set varslet; Henrik Dahl er indforstået',
      },
      sale('bornholm', workdayAgo(3), {
        ...lot,
        key: 'bornholm next',
        quantity: 1_000_000,
        price: 9500,
        expiresOn: addDays(today, 362),
        activateOn: 'payment',
        remarks: 'Aktiveres, når den er betalt',
      }),
      settle('bornholm', key, ground.present.now),
    ],
  }
}

/** Money that is to be used before the subscription’s hours: see the customer’s order of cover. */
export function sundbyMoney(ground: Ground): Settlement {
  const key = 'sundby money'
  const { workdayAgo } = ground.present
  const deeds: DemoDeed[] = [
    sale('sundby', workdayAgo(170), {
      key,
      agreementId: agreementId(key),
      unit: 'money',
      quantity: 1_500_000,
      price: 15_000,
      expiresOn: null,
    }),
    settle('sundby', key, ground.present.now),
  ]
  return {
    agreements: [
      agreementOf(key, 'sundby', {
        heading: 'Research grant for support',
        terms: 'Paid by the grant of the robotics cluster, to be used first.',
        settlement: 'voucher',
        validFrom: workdayAgo(170),
        ratePerHour: 1100,
        rounding: [6, 12],
        scope: without(...BEYOND_SUPPORT),
        poNumber: 'SR-450118',
      }),
    ],
    deeds,
  }
}
