import { screen } from '@testing-library/react'
import { listAbsences } from '@timedesk/contracts/absences'
import { listAgreements } from '@timedesk/contracts/agreements'
import { getIntegrity } from '@timedesk/contracts/integrity'
import { listPotential } from '@timedesk/contracts/potential'
import { listVouchers } from '@timedesk/contracts/vouchers'
import { getCustomerCard, listCustomers } from '@timedesk/contracts/customers'
import { listContacts } from '@timedesk/contracts/contacts'
import { listProjects } from '@timedesk/contracts/projects'
import { listApiTokens } from '@timedesk/contracts/api-tokens'
import { listSessions } from '@timedesk/contracts/identity'
import { listImports, listMails } from '@timedesk/contracts/operations'
import { getCompany } from '@timedesk/contracts/settings'
import { listPriorities } from '@timedesk/contracts/case-settings'
import { listDepartments, listEmployees } from '@timedesk/contracts/staff'
import { listTimeEntries } from '@timedesk/contracts/time'
import { expect, test } from 'vitest'

import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, ids, pageOf } from '../test/build.ts'
import { potentialRow, potentialTotals, soundReport, voucher } from '../test/cover-cast.ts'
import {
  agreement,
  card,
  company,
  contact,
  customer,
  employee,
  entry,
  importJob,
  mail,
  project,
} from '../test/office-cast.ts'
import { showDesk } from '../test/show.tsx'

const administrator = { me: buildMe('administrator') }
const quiet = [
  answer(listAgreements, pageOf(agreement)),
  answer(listProjects, pageOf(project)),
  answer(listContacts, pageOf(contact)),
  answer(listApiTokens, { data: [] }),
  answer(listAbsences, pageOf()),
]

test.for([
  ['/customers', answer(listCustomers, pageOf(customer)), 'Nordlys Energi'],
  [`/customers/${ids.customer}`, answer(getCustomerCard, card), 'Havnegade 12 8000 Aarhus C'],
  ['/contacts', answer(listContacts, pageOf(contact)), 'Not accepted yet'],
  ['/projects', answer(listProjects, pageOf(project)), '10:00'],
  ['/agreements', answer(listAgreements, pageOf(agreement)), 'Time spent'],
  ['/vouchers', answer(listVouchers, pageOf(voucher)), '2:45 of 10:00 h left'],
  ['/potential', answer(listPotential, { ...pageOf(potentialRow), totals: potentialTotals }), '2 without a price'],
  ['/integrity', answer(getIntegrity, soundReport), 'Everything is sound'],
  ['/people', answer(listEmployees, pageOf(employee)), 'mette@fjordbyte.example'],
  ['/mails', answer(listMails, pageOf(mail)), 'connection refused'],
  ['/imports', answer(listImports, pageOf(importJob)), 'helpdesk-log'],
  ['/time', answer(listTimeEntries, pageOf(entry)), /^0:22 → 0:30 · kr\s475\.00/u],
] as const)('%s shows what is there and breaks no rule of accessibility', async ([address, handler, text]) => {
  showDesk(address, administrator)
  server.use(handler, ...quiet)

  expect(await screen.findByText(text)).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
})

test.for([
  ['/customers', listCustomers],
  [`/customers/${ids.customer}`, getCustomerCard],
  ['/contacts', listContacts],
  ['/projects', listProjects],
  ['/agreements', listAgreements],
  ['/vouchers', listVouchers],
  ['/potential', listPotential],
  ['/integrity', getIntegrity],
  ['/people', listEmployees],
  ['/departments', listDepartments],
  ['/settings/priorities', listPriorities],
  ['/settings/company', getCompany],
  ['/mails', listMails],
  ['/imports', listImports],
  ['/profile', listSessions],
  ['/time', listTimeEntries],
] as const)('%s says when it is refused', async ([address, route]) => {
  showDesk(address, administrator)
  server.use(refuse(route, 'permission_denied'), ...quiet)

  expect(await screen.findByRole('heading', { name: 'You may not see this' })).toBeTruthy()
})

test('the company is there to be edited', async () => {
  showDesk('/settings/company', administrator)
  server.use(answer(getCompany, company))

  expect(await screen.findByDisplayValue('Fjordbyte')).toBeTruthy()
})

test('who may not create customers sees them without the button', async () => {
  showDesk('/customers')
  server.use(answer(listCustomers, pageOf(customer)))

  expect(await screen.findByRole('link', { name: 'Nordlys Energi' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'New customer' })).toBeNull()
})
