import { setImmediate } from 'node:timers/promises'
import { addDays, addMonths } from '@timedesk/domain/calendar/days'
import type { Draft, Window } from '@timedesk/domain/simulation/draft'
import {
  startSimulation,
  type ChargedToday,
  type Simulated,
  type WorkedEntry,
} from '@timedesk/domain/simulation/simulate'
import type { Database } from '../../platform/db/database.ts'
import { refusedReference } from '../../platform/http/refused-reference.ts'
import { refusedTerm } from '../terms.ts'
import { zoneNamed } from '@timedesk/domain/time/zone-named'
import { findDraft, type Wanted } from './find-draft.ts'
import { findCharged, findCustomer, findWorked, type Customer } from './find-worked.ts'

/** More than an office of a hundred registers for one customer in two years. */
const SIMULATED_ENTRIES_MAX = 200_000
/** So many at a time; other requests come in between. */
const SLICE = 500

export type Comparison = { customer: Customer; window: Window; draft: Draft; simulated: Simulated }

type Ground = { customer: Customer; window: Window; draft: Draft; entries: WorkedEntry[]; charged: ChargedToday }

/**
 * Replays a customer's billable work of the last months under a draft, through the engine that covers it every day,
 * and compares it with what was charged. The window ends today and is a whole number of months. Nothing is written.
 * Refuses an unknown customer and what `findDraft` refuses.
 */
export async function simulateAgreement(
  { transact }: Pick<Database, 'transact'>,
  wanted: Wanted,
  now: Date,
): Promise<Comparison> {
  const { customer, window, draft, entries, charged } = await transact<Ground>(async (tx) => {
    const found = await findCustomer(tx, wanted.customerId, now)
    if (found === undefined) throw refusedReference('/body/customerId', 'There is no such customer.')
    const { currency } = found.customer
    const chosen = await findDraft(tx, { customerId: found.id, currency }, wanted)
    const days = windowOf(found.today, wanted.months)
    const asked = { currency: chosen.terms.currency, limit: SIMULATED_ENTRIES_MAX + 1 }
    const [worked, others] = await Promise.all([
      findWorked(tx, found, days, asked),
      findCharged(tx, found.id, days, asked.currency),
    ])
    return { customer: found, window: days, draft: chosen, entries: worked, charged: others }
  })
  if (entries.length > SIMULATED_ENTRIES_MAX)
    throw refusedTerm(
      '/body/months',
      'too_many',
      'That is more work than can be replayed at once; choose fewer months.',
    )
  const payer = { customer: customer.customer, company: customer.company, zone: zoneNamed(customer.timeZone) }
  const simulation = startSimulation(draft, payer, window, charged)
  for (let start = 0; start < entries.length; start += SLICE) {
    for (const entry of entries.slice(start, start + SLICE)) simulation.add(entry)
    await setImmediate()
  }
  return { customer, window, draft, simulated: simulation.end() }
}

function windowOf(today: string, months: number): Window {
  return { from: addDays(addMonths(today, -months), 1), to: today, months }
}
