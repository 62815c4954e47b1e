import { listAgreements } from '@timedesk/contracts/agreements'
import { getCustomer, listCustomers } from '@timedesk/contracts/customers'
import { listRateCards } from '@timedesk/contracts/pricing'
import { listServiceCalendars } from '@timedesk/contracts/service-calendars'
import { getCompany } from '@timedesk/contracts/settings'

import { answer } from './answers.ts'
import { pageOf } from './build.ts'
import { calendar } from './cover-cast.ts'
import { agreement, company, customer } from './office-cast.ts'

/** What a form of terms asks for beside what it is about. */
export const groundAnswers = [
  answer(getCustomer, customer),
  answer(getCompany, company),
  answer(listRateCards, { data: [] }),
  answer(listServiceCalendars, { data: [calendar] }),
  answer(listCustomers, pageOf(customer)),
  answer(listAgreements, pageOf(agreement)),
]
