import { customerId } from '../customers.ts'
import type { CustomerKey } from '../customers.ts'
import type { DemoInvoicingDeed } from '../invoicing-shape.ts'
import { instantOf } from '../present.ts'
import { employeeId } from '../staff.ts'

/** What was charged less of the dearest line, in which run, and why. */
type WriteDown = { monthsAgo: number; customer: CustomerKey; basisPoints: number; reason: string }

const writeDowns: readonly WriteDown[] = [
  {
    ...{ monthsAgo: 9, customer: 'balticshipping', basisPoints: 1500 },
    reason: 'Two of us were there where one would have done',
  },
  { ...{ monthsAgo: 5, customer: 'jysktag', basisPoints: 2500 }, reason: 'Oplæring af ny kollega betales ikke' },
  {
    ...{ monthsAgo: 2, customer: 'polar', basisPoints: 1000 },
    reason: 'As agreed with Camilla Reuter: the estimate was too low',
  },
  {
    ...{ monthsAgo: 1, customer: 'hansenlund', basisPoints: 400 },
    reason: 'Vi ledte det forkerte sted i en time',
  },
]

/** What finance changed in the drafts of a run of so many months ago before they were posted on a day. */
export function changedDrafts(monthsAgo: number, day: string): DemoInvoicingDeed[] {
  const byId = employeeId('karen')
  const written = writeDowns
    .filter((one) => one.monthsAgo === monthsAgo)
    .map(({ customer, basisPoints, reason }): DemoInvoicingDeed => {
      const deed = { customerId: customerId(customer), byId, basisPoints, reason }
      return { ...deed, at: instantOf(day, '11:40'), kind: 'write_down' }
    })
  return monthsAgo === 1 ? [...written, withoutReferences(day, byId)] : written
}

/** The order has run out, and the customer names nobody any more: an e-invoice needs one of them. */
function withoutReferences(day: string, byId: string): DemoInvoicingDeed {
  return {
    at: instantOf(day, '11:55'),
    customerId: customerId('sydfyn'),
    kind: 'reword',
    byId,
    changes: { buyerReference: '', orderReference: '', note: 'Ordrenummer for næste år er lovet af Erik Rosendahl.' },
  }
}
