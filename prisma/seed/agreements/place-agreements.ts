import { customerKeys, customerId } from '../customers.ts'
import type { CustomerKey } from '../customers.ts'
import type { DemoAgreement, DemoDeed, DemoPlanLine } from '../settlement-shape.ts'
import type { AgreementDraft, Ground, Settlement } from './draft.ts'
import { advokathusetUsers, hansenlundYear, roskildeNotice } from './ending-subscriptions.ts'
import { elmotorHours, groenhaveHours, nordlysDevelopment, sydfynHours } from './minute-vouchers.ts'
import { bornholmMoney, kallioCases, moellegaardenCases, sundbyMoney } from './other-vouchers.ts'
import { overdrawnVouchers } from './overdrawn-vouchers.ts'
import {
  auroraSuspended,
  klinikkenCases,
  lyngbyHosting,
  nordlysDesk,
  skagerrakProposal,
  sundbyQuarter,
} from './subscriptions.ts'
import { balticDevelopment, timeSpent } from './time-spent.ts'

const FIRST_NUMBER = 31

const settlements: readonly ((ground: Ground) => Settlement)[] = [
  overdrawnVouchers,
  nordlysDevelopment,
  elmotorHours,
  groenhaveHours,
  sydfynHours,
  kallioCases,
  moellegaardenCases,
  bornholmMoney,
  sundbyMoney,
  nordlysDesk,
  sundbyQuarter,
  lyngbyHosting,
  klinikkenCases,
  skagerrakProposal,
  auroraSuspended,
  advokathusetUsers,
  roskildeNotice,
  hansenlundYear,
  balticDevelopment,
]

/** Customers that settle all their support in a new way: their time spent has ended. */
const moved: readonly CustomerKey[] = [
  'havtorn',
  'granit',
  'fjellheim',
  'vindrose',
  'elmotor',
  'kallio',
  'moellegaarden',
  'bornholm',
  'klinikken',
  'roskildevvs',
]

export type Placed = { agreements: DemoAgreement[]; planLines: DemoPlanLine[]; deeds: DemoDeed[] }

/** Every agreement as of the present, numbered by its age, with the plans and all that happened. */
export function placeAgreements(ground: Ground): Placed {
  const made = settlements.map((settle) => settle(ground))
  const newer = made.flatMap(({ agreements }) => agreements).sort(byAge)
  return {
    agreements: [...timeSpent(replacements(newer)), ...newer].map((one, index) => ({
      ...one,
      number: FIRST_NUMBER + index,
    })),
    planLines: made.flatMap(({ planLines = [] }) => planLines),
    deeds: made.flatMap(({ deeds = [] }) => deeds).sort((one, other) => one.at.getTime() - other.at.getTime()),
  }
}

function byAge(one: AgreementDraft, other: AgreementDraft): number {
  return one.createdAt.getTime() - other.createdAt.getTime()
}

function replacements(newer: readonly AgreementDraft[]): Map<CustomerKey, string> {
  const days = new Map<CustomerKey, string>()
  for (const key of customerKeys.filter((one) => moved.includes(one))) {
    const first = newer.find((one) => one.customerId === customerId(key))
    if (first === undefined) throw new RangeError(`Nothing replaces the agreement of ${key}`)
    days.set(key, first.validFrom)
  }
  return days
}
