import { addDays, addMonths } from '@timedesk/domain/calendar/days'
import { contactId } from '../contacts.ts'
import type { CustomerKey } from '../customers.ts'
import { customerId } from '../customers.ts'
import type { DemoDeed } from '../settlement-shape.ts'
import { employeeId } from '../staff.ts'
import {
  BEYOND_SUPPORT,
  agreementId,
  agreementOf,
  atNight,
  atOpening,
  inOffice,
  onlyFor,
  sale,
  settle,
  supportUses,
  without,
} from './draft.ts'
import type { Ground, Settlement } from './draft.ts'
import { enoughFor } from './uses.ts'

const QUARTER_HOURS = [15, 15] as const
const ELMOTOR_MINUTES = 1200

type Lot = {
  key: string
  agreement: string
  customer: CustomerKey
  soldAgo: number
  minutes: number
  price: number
  expiresOn: string | null
}

function lotSale({ present }: Ground, { key, agreement, customer, soldAgo, minutes, price, expiresOn }: Lot): DemoDeed {
  const lot = {
    key,
    agreementId: agreementId(agreement),
    unit: 'minutes',
    quantity: minutes,
    price,
    expiresOn,
  } as const
  return sale(customer, present.workdayAgo(soldAgo), lot)
}

/** Twenty hours for development, far from used: what everybody of the customer may look up. */
export function nordlysDevelopment(ground: Ground): Settlement {
  const key = 'nordlys development'
  const { workdayAgo } = ground.present
  const soldAgo = 215
  return {
    agreements: [
      agreementOf(key, 'nordlys', {
        heading: 'Development hours',
        terms: 'Twenty hours for changes and training, to be used within a year.',
        settlement: 'voucher',
        validFrom: workdayAgo(soldAgo),
        ratePerHour: 950,
        rounding: QUARTER_HOURS,
        scope: onlyFor('development', 'training'),
        poNumber: 'NE-2231',
      }),
    ],
    deeds: [
      lotSale(ground, {
        key,
        agreement: key,
        customer: 'nordlys',
        soldAgo,
        minutes: 1200,
        price: 18_000,
        expiresOn: addDays(addMonths(workdayAgo(soldAgo), 12), -1),
      }),
      settle('nordlys', key, ground.present.now),
    ],
  }
}

/** Two vouchers, the newer of which was ordered: it got an hour of the older, and half an hour that nobody paid for. */
export function elmotorHours(ground: Ground): Settlement {
  const agreement = 'elmotor hours'
  const { workdayAgo, today } = ground.present
  const id = customerId('elmotor')
  const karen = employeeId('karen')
  const lots = { agreement, customer: 'elmotor' } as const
  return {
    agreements: [
      agreementOf(agreement, 'elmotor', {
        heading: 'Klippekort i timer',
        terms: 'Afregnes pr. påbegyndt kvarter. Klip kan flyttes mellem kort.',
        settlement: 'voucher',
        validFrom: workdayAgo(250),
        ratePerHour: 895,
        overageRate: 950,
        rounding: QUARTER_HOURS,
        scope: without(...BEYOND_SUPPORT),
      }),
    ],
    deeds: [
      lotSale(ground, {
        ...lots,
        key: 'elmotor old',
        soldAgo: 250,
        minutes: ELMOTOR_MINUTES,
        price: 16_800,
        expiresOn: addDays(today, 110),
      }),
      ...orderedLot(ground, agreement),
      {
        at: inOffice(workdayAgo(50)),
        customerId: id,
        kind: 'transfer',
        byId: karen,
        voucher: 'elmotor old',
        to: 'elmotor new',
        units: 60,
        reason: 'Montørplanen har sit eget kort',
      },
      {
        at: inOffice(workdayAgo(30)),
        customerId: id,
        kind: 'adjust',
        byId: karen,
        voucher: 'elmotor new',
        units: 30,
        reason: 'Tak for tålmodigheden under nedbruddet',
        approverId: employeeId('henrik'),
      },
      settle('elmotor', agreement, ground.present.now),
    ],
  }
}

/** What was sold before is ordered once more, and sold two days later. */
function orderedLot({ present: { workdayAgo, today } }: Ground, agreement: string): DemoDeed[] {
  const customer = { customerId: customerId('elmotor') }
  return [
    {
      ...{ ...customer, at: inOffice(workdayAgo(64)), kind: 'order', contactId: contactId('gert@elmotor.example') },
      ...{ agreementId: agreementId(agreement), unit: 'minutes', quantity: ELMOTOR_MINUTES },
      message: 'Et kort til, til montørplanen.',
    },
    {
      ...{ ...customer, at: atOpening(workdayAgo(62)), kind: 'accept', byId: employeeId('karen') },
      ...{ voucher: 'elmotor new', expiresOn: addDays(today, 300) },
    },
  ]
}

/** Hours that were not used in time: what was paid for the rest is earned. By the hour since. */
export function groenhaveHours(ground: Ground): Settlement {
  const key = 'groenhave hours'
  const { ago, workdayAgo } = ground.present
  const soldAgo = 310
  const expiresOn = ago(40)
  const used = supportUses(ground, 'groenhave', [6, 6]).filter(({ workDate }) => workDate <= expiresOn)
  const minutes = enoughFor(used, workdayAgo(soldAgo))
  return {
    agreements: [
      agreementOf(key, 'groenhave', {
        heading: 'Klippekort i timer',
        terms: 'Ubrugte timer bortfalder, når kortet udløber.',
        settlement: 'voucher',
        validFrom: workdayAgo(soldAgo),
        ratePerHour: 850,
        rounding: [6, 6],
        scope: without(...BEYOND_SUPPORT),
      }),
    ],
    deeds: [
      lotSale(ground, {
        key,
        agreement: key,
        customer: 'groenhave',
        soldAgo,
        minutes,
        price: (minutes * 800) / 60,
        expiresOn,
      }),
      settle('groenhave', key, atNight(addDays(expiresOn, 1), ground.present)),
      settle('groenhave', key, ground.present.now),
    ],
  }
}

/** Hours that end in seven weeks, with some left. */
export function sydfynHours(ground: Ground): Settlement {
  const key = 'sydfyn hours'
  const { workdayAgo, today } = ground.present
  const soldAgo = 316
  const minutes = enoughFor(supportUses(ground, 'sydfyn', QUARTER_HOURS), workdayAgo(soldAgo))
  return {
    agreements: [
      agreementOf(key, 'sydfyn', {
        heading: 'Timekøb til support',
        terms: 'Timer, der bruges inden for et år.',
        settlement: 'voucher',
        validFrom: workdayAgo(soldAgo),
        ratePerHour: 995,
        rounding: QUARTER_HOURS,
        scope: without(...BEYOND_SUPPORT),
        poNumber: 'SV-1042',
      }),
    ],
    deeds: [
      lotSale(ground, {
        key,
        agreement: key,
        customer: 'sydfyn',
        soldAgo,
        minutes,
        price: (minutes * 940) / 60,
        expiresOn: addDays(today, 48),
      }),
      settle('sydfyn', key, atNight(addDays(today, -12), ground.present)),
      settle('sydfyn', key, ground.present.now),
    ],
  }
}
