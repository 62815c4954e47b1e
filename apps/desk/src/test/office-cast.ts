import type { Agreement } from '@timedesk/contracts/agreements'
import type { Contact } from '@timedesk/contracts/contacts'
import type { Customer, CustomerCard } from '@timedesk/contracts/customers'
import type { Project } from '@timedesk/contracts/projects'
import type { Mail, ImportJob } from '@timedesk/contracts/operations'
import type { Company } from '@timedesk/contracts/settings'
import type { Employee } from '@timedesk/contracts/staff'
import type { TimeEntry } from '@timedesk/contracts/time'

import { anna, ids, mette } from './build.ts'

const nordlys = { id: ids.customer, name: 'Nordlys Energi' }
const support = { id: ids.department, name: 'Support' }
const AT = '2026-03-02T09:15:00.000Z'
const money = (amount: string) => ({ amount, currency: 'DKK' })

export const customer: Customer = {
  ...nordlys,
  number: 1007,
  isActive: true,
  activeCases: 3,
  accountManager: mette,
  address: 'Havnegade 12',
  ...{ postalCode: '8000', city: 'Aarhus C', cvr: '12345674', endpointScheme: '', endpointId: '' },
  ...{ invoiceEmail: 'invoices@nordlys.example', buyerReference: '', paymentTermsDays: null },
  ...{ vatTreatment: 'domestic', invoiceGrouping: 'customer', invoiceDetail: 'case' },
  ...{ projectsApart: false, discountPercent: '0', showsInvoices: true },
  countryCode: 'DK',
  vatId: null,
  phone: '',
  website: '',
  currency: 'DKK',
  language: 'da',
  ratePerHour: null,
  coverOrder: ['subscription', 'voucher'],
  requiresPo: false,
  showsTime: 'none',
  showsBalances: true,
  showsMoney: false,
  remarks: '',
  version: 1,
  createdAt: AT,
}
export const card: CustomerCard = {
  customer,
  activeCases: [],
  projects: [],
  agreements: [],
  contacts: 1,
  caseCounts: { active: 3, solvedLast30Days: 2, total: 9 },
  minutesLast90Days: 75,
  potential: money('475.00'),
}
export const contact: Contact = {
  ...anna,
  customer: nordlys,
  email: 'anna@nordlys.example',
  phone: '',
  title: '',
  role: 'requester',
  seesAllCases: false,
  language: 'da',
  isActive: true,
  hasPassword: false,
  lastSignedInAt: null,
  version: 1,
}
export const project: Project = {
  id: ids.open,
  number: 12,
  customer: nordlys,
  name: 'Intranet relaunch',
  description: '',
  owner: null,
  startsOn: null,
  endsOn: null,
  isActive: true,
  activeCases: 2,
  minutes: 600,
  version: 1,
}
export const employee: Employee = {
  ...mette,
  initials: 'MH',
  email: 'mette@fjordbyte.example',
  role: 'agent',
  department: support,
  language: 'en',
  isActive: true,
  hasPassword: true,
  lastSignedInAt: null,
  priceClass: null,
  workingMinutes: [444, 444, 444, 444, 444, 0, 0],
  skills: [],
  openCases: 4,
  version: 1,
}
export const agreement: Agreement = {
  ...{ id: ids.waiting, number: 31, customer: nordlys, heading: 'Support by the hour', terms: 'Weekdays 8–16.' },
  ...{ settlement: 'time_spent', state: 'active', validFrom: '2026-01-01', validTo: null, currency: 'DKK' },
  ...{ ratePerHour: money('950.00'), incrementMinutes: 15, minimumMinutes: 15, owner: null, balance: null },
  ...{ isBillable: true, rateCard: null, roundingScope: 'entry', scope: [], overagePolicy: 'bill', overageRate: null },
  afterHours: { policy: 'none', calendar: null, factor: '1', weekendFactor: null, holidayFactor: null },
  ...{ thresholds: [80, 95], termMonths: null, renewal: 'none', noticeDays: 0, noticeBy: null, creditsUnused: false },
  ...{ terminatedOn: null, terminationReason: '', poNumber: '', warnings: [], version: 1 },
  can: { edit: true, sellVoucher: false, addLine: false, terminate: true },
}
export const entry: TimeEntry = {
  id: ids.message,
  employee: mette,
  case: { id: ids.case, number: 1042, subject: 'Cannot print invoices' },
  customer: nordlys,
  project: null,
  task: null,
  priceClass: null,
  activityType: { id: ids.activity, name: 'Remote support' },
  workDate: '2026-03-02',
  bookedOn: '2026-03-02',
  isLate: false,
  startedAt: null,
  endedAt: null,
  minutes: 22,
  isBillable: true,
  billableMinutes: 30,
  amount: money('475.00'),
  cost: null,
  pieces: [
    {
      ...{ kind: 'time_spent', minutes: 30, factor: '1', amount: money('475.00'), value: money('475.00') },
      ...{ agreement: { id: ids.waiting, name: 'Support by the hour' }, pool: null, units: null, hold: null },
    },
  ],
  explanation: [
    { step: 'rounded', actual: 22, increment: 15, minimum: 15, billable: 30 },
    { step: 'rate', source: 'agreement', ratePerHour: money('950.00') },
    { step: 'amount', minutes: 30, amount: money('475.00') },
  ],
  agreement: { id: ids.waiting, name: 'Support by the hour' },
  state: 'open',
  correction: null,
  settled: null,
  isCorrected: false,
  overlaps: false,
  can: { edit: true, correct: false, decideOverage: false },
  customerText: 'Reset of the mail profile',
  internalText: '',
  createdAt: AT,
  version: 1,
}
export const company: Company = {
  name: 'Fjordbyte',
  address: '',
  postalCode: '',
  city: '',
  countryCode: 'DK',
  cvr: null,
  vatId: null,
  currency: 'DKK',
  timeZone: 'Europe/Copenhagen',
  language: 'en',
  ratePerHour: null,
  mailIncludesText: false,
  defaultDepartment: support,
  approvesTime: false,
  version: 1,
}
export const mail: Mail = {
  id: ids.message,
  kind: 'reply_posted',
  toAddress: 'anna@nordlys.example',
  toName: 'Anna Berg',
  subject: '[#1042] Cannot print invoices',
  state: 'failed',
  attempts: 3,
  lastError: 'connection refused',
  messageId: '<1@desk.example>',
  createdAt: AT,
  sentAt: null,
}
export const importJob: ImportJob = {
  id: ids.message,
  source: 'helpdesk-log',
  fileName: 'cases.csv',
  state: 'finished',
  rowsRead: 21_348,
  casesCreated: 4_580,
  casesUpdated: 0,
  eventsCreated: 21_348,
  rowsRefused: 2,
  failure: null,
  startedByName: 'Mette Holm',
  createdAt: AT,
  finishedAt: AT,
}
