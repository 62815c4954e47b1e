import { addMonths } from '@timedesk/domain/calendar/days'
import { customerId } from '../customers.ts'
import type { CustomerKey } from '../customers.ts'
import type { DemoDeed } from '../settlement-shape.ts'
import { employeeId } from '../staff.ts'
import { BEYOND_SUPPORT, agreementId, agreementOf, inOffice, sale, settle, supportUses, without } from './draft.ts'
import type { AgreementDraft, Ground, Settlement } from './draft.ts'
import { buyFor } from './uses.ts'
import type { Bought, Wanted } from './uses.ts'

const QUARTER_HOURS = [15, 15] as const
const HOURS = [600, 480, 420, 360, 300, 720, 540, 240]
const DAYS_AGO_MAX = 270
const DAYS_AGO_MIN = 45
const DECIDED_MINUTES_AGO = [95, 80]
const FURTHER = 'granit hours'

type Prepaid = {
  key: string
  customer: CustomerKey
  heading: string
  terms: string
  overagePolicy: AgreementDraft['overagePolicy']
  ratePerHour: number
  overageRate?: number
  wanted: Pick<Wanted, 'left' | 'beyond'>
}

const rows: readonly Prepaid[] = [
  {
    key: 'havtorn hours',
    customer: 'havtorn',
    heading: 'Prepaid hours',
    terms: 'Ten hours at a time, used by started 15 minutes. We call when four fifths are used.',
    overagePolicy: 'bill',
    ratePerHour: 950,
    overageRate: 1050,
    wanted: { left: [5, 30] },
  },
  {
    key: 'granit hours',
    customer: 'granit',
    heading: 'Prepaid hours',
    terms: 'What goes beyond the hours is charged at 1,250 an hour.',
    overagePolicy: 'bill',
    ratePerHour: 1000,
    overageRate: 1250,
    wanted: { left: [-300, -30], beyond: [2, 8] },
  },
  {
    key: 'fjellheim hours',
    customer: 'fjellheim',
    heading: 'Prepaid hours, more on approval',
    terms: 'Ingrid Solberg approves whatever goes beyond the hours, entry by entry.',
    overagePolicy: 'approve',
    ratePerHour: 1025,
    overageRate: 1100,
    wanted: { left: [-540, -60], beyond: [5, 14] },
  },
  {
    key: 'vindrose hours',
    customer: 'vindrose',
    heading: 'Prepaid hours, no more than that',
    terms: 'No work beyond the hours before a new voucher is bought.',
    overagePolicy: 'block',
    ratePerHour: 925,
    wanted: { left: [-300, -30], beyond: [2, 8] },
  },
]

/** Hours that are nearly used, and hours that were used up under each policy on what goes beyond. */
export function overdrawnVouchers(ground: Ground): Settlement {
  const made = rows.map((row) => ({ row, bought: bought(row, ground) }))
  return {
    agreements: made.map(({ row, bought: { day } }) => {
      const { key, customer, wanted: _wanted, ...terms } = row
      return agreementOf(key, customer, {
        ...terms,
        settlement: 'voucher',
        validFrom: day,
        rounding: QUARTER_HOURS,
        scope: without(...BEYOND_SUPPORT),
      })
    }),
    deeds: [
      ...made.flatMap(({ row, bought: one }) => deedsOf(row, one, ground)),
      ...furtherHours(made.find(({ row }) => row.key === FURTHER)?.bought, ground),
      ...decisions(ground),
    ],
  }
}

function bought({ customer, wanted }: Prepaid, ground: Ground): Bought {
  const { ago } = ground.present
  return buyFor(supportUses(ground, customer, QUARTER_HOURS), {
    ...wanted,
    quantities: HOURS,
    between: [ago(DAYS_AGO_MAX), ago(DAYS_AGO_MIN)],
  })
}

function deedsOf({ key, customer, ratePerHour }: Prepaid, { day, quantity }: Bought, { present }: Ground): DemoDeed[] {
  const price = (ratePerHour * quantity) / 60
  const lasts = { unit: 'minutes', expiresOn: addMonths(day, 18) } as const
  return [
    sale(customer, day, { key, agreementId: agreementId(key), quantity, price, ...lasts }),
    settle(customer, key, present.now),
  ]
}

/** More hours, which count from the first day on: what went beyond them and was charged last is taken from them instead. */
function furtherHours(first: Bought | undefined, { present }: Ground): DemoDeed[] {
  if (first === undefined) return []
  const { workdayAgo, today } = present
  const lot = { key: 'granit more', agreementId: agreementId(FURTHER), unit: 'minutes', quantity: 600 } as const
  return [
    sale('granit', workdayAgo(9), { ...lot, price: 10_000, validFrom: first.day, expiresOn: addMonths(today, 12) }),
    {
      ...{ at: inOffice(workdayAgo(9)), customerId: customerId('granit'), kind: 'credit', byId: employeeId('karen') },
      ...{ part: 'first', disposition: 'return_to_voucher' },
      reason: 'Oscar Wahl bought ten hours more, which are to pay for it',
    },
  ]
}

/** The customer said yes to the first and no to the second; the others wait. */
function decisions({ present }: Ground): DemoDeed[] {
  const [accepted = 0, declined = 0] = DECIDED_MINUTES_AGO
  const decide = {
    customerId: customerId('fjellheim'),
    kind: 'decide',
    agreementId: agreementId('fjellheim hours'),
  } as const
  return [
    {
      ...decide,
      at: present.officeAgo(accepted),
      byId: employeeId('jonas'),
      verdict: 'accepted',
      reason: 'Ingrid Solberg said yes on the phone.',
    },
    {
      ...decide,
      at: present.officeAgo(declined),
      byId: employeeId('henrik'),
      verdict: 'declined',
      reason: 'Our own mistake made it take longer.',
    },
  ]
}
