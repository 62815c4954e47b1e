import { customerId } from '../customers.ts'
import type { CustomerKey } from '../customers.ts'
import { contactId } from '../contacts.ts'
import type { DemoInvoicingDeed, DemoOnDocument } from '../invoicing-shape.ts'
import type { Present } from '../present.ts'
import { employeeId } from '../staff.ts'
import { agreementId } from '../agreements/draft.ts'

const MINUTES_PER_HOUR = 60

/** So many hours ago in which the office was open: eight a day. */
type Deed = { customer: CustomerKey; hoursAgo: number } & DemoOnDocument

const karen = { byId: employeeId('karen') }

/** A question that was answered, and what is still to be decided on. */
const deeds: readonly Deed[] = [
  {
    ...{ customer: 'fjellheim', hoursAgo: 168, kind: 'question', contactId: contactId('ingrid@fjellheim.example') },
    text: 'Was this not part of the update that we paid for in spring?',
  },
  {
    ...{ customer: 'fjellheim', hoursAgo: 162, kind: 'answer', byId: employeeId('jonas'), resolution: 'confirmed' },
    text: 'It was not: the update ended in March, and this was asked for by Torbjørn Hauge since.',
  },
  {
    ...{ customer: 'tidevand', hoursAgo: 40, kind: 'mark', mark: 'hold', ...karen },
    reason: 'Kasper Vilhelm wants it on the invoice of the next production',
  },
  {
    ...{ customer: 'hansenlund', hoursAgo: 36, kind: 'mark', mark: 'hold', ...karen },
    reason: 'Afventer svar fra Niels Lund om fordelingen',
  },
  {
    ...{ customer: 'vindrose', hoursAgo: 32, kind: 'mark', mark: 'write_off', ...karen },
    reason: 'A kindness after the outage of the booking page',
  },
  { customer: 'advokathuset', hoursAgo: 12, kind: 'draft', ...karen },
  { customer: 'elmotor', hoursAgo: 11, kind: 'draft', ...karen },
  { customer: 'nordlys', hoursAgo: 10, kind: 'draft', ...karen },
  { customer: 'sundby', hoursAgo: 10, kind: 'draft', ...karen },
  {
    ...{ customer: 'elmotor', hoursAgo: 9, kind: 'write_down', ...karen, basisPoints: 100 },
    reason: 'Montøren ventede på os i en halv time',
  },
  {
    ...{ customer: 'sundby', hoursAgo: 4, kind: 'question', contactId: contactId('malthe@sundby.example') },
    text: 'Could you say what this was about? We have no note of it.',
  },
  {
    ...{ customer: 'nordlys', hoursAgo: 3, kind: 'question', contactId: contactId('anna@nordlys.example') },
    text: 'We had this on the phone and thought it was the warranty. Was it not?',
  },
  {
    ...{ customer: 'nordlys', hoursAgo: 2, kind: 'order', contactId: contactId('anna@nordlys.example') },
    ...{ agreementId: agreementId('nordlys development'), unit: 'minutes', quantity: 1200 },
    message: 'For the search on the intranet, please from January on.',
  },
]

/** What waits this month: holds, drafts, a question and an order. */
export function thisMonth({ officeAgo }: Present): DemoInvoicingDeed[] {
  return deeds.map(({ customer, hoursAgo, ...deed }) => ({
    ...deed,
    at: officeAgo(hoursAgo * MINUTES_PER_HOUR),
    customerId: customerId(customer),
  }))
}
