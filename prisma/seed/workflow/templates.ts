import { addDays, addMonths, firstOfMonth } from '@timedesk/domain/calendar/days'
import { agreementId } from '../agreements/draft.ts'
import { contacts } from '../contacts.ts'
import { customerId } from '../customers.ts'
import type { DemoCaseTemplate, DemoRecurringCase } from '../desk-shape.ts'
import { idOf } from '../make-id.ts'
import { instantOf } from '../present.ts'
import type { Present } from '../present.ts'
import { caseTypeId, priorityId } from '../settings.ts'
import { departmentId, employeeId } from '../staff.ts'
import { checklistId } from './checklists.ts'

type TemplateKey = 'serverCheck' | 'newUser' | 'phoneError'
export const templateId = (key: TemplateKey) => idOf(`case template ${key}`)
export const SERVER_CHECK_MINUTES = 45
/** How many checks lie behind, one a month. */
export const SERVER_CHECKS = 6

const plain = {
  typeId: null,
  priorityId: null,
  departmentId: null,
  responsibleId: null,
  checklistId: null,
  product: null,
  tags: [],
  fields: {},
  estimateMinutes: null,
}

export const caseTemplates: DemoCaseTemplate[] = [
  {
    ...plain,
    id: templateId('serverCheck'),
    name: 'Monthly check of servers',
    subject: 'Monthly check of your servers',
    description: 'We look through your servers as agreed: updates, backup, disks and certificates.',
    typeId: caseTypeId('hosting'),
    priorityId: priorityId('Low'),
    departmentId: departmentId('hosting'),
    responsibleId: employeeId('nikolaj'),
    checklistId: checklistId('serverCheck'),
    product: 'Hosting',
    tags: ['server'],
    estimateMinutes: SERVER_CHECK_MINUTES,
    position: 1,
  },
  {
    ...plain,
    id: templateId('newUser'),
    name: 'New user by phone',
    subject: 'New user: ',
    description: 'Name:\n\nMail address:\n\nFirst day:\n\nRights as: ',
    typeId: caseTypeId('newUser'),
    estimateMinutes: 30,
    position: 2,
  },
  {
    ...plain,
    id: templateId('phoneError'),
    name: 'Error by phone',
    subject: '',
    description: 'What was done:\n\nWhat was expected:\n\nWhat happened instead: ',
    typeId: caseTypeId('error'),
    departmentId: departmentId('firstLine'),
    tags: ['phone'],
    position: 3,
  },
]

/** Servers are looked through on the first of each month, at the customer whose agreement has it. */
export function recurringCasesAt({ today }: Present): DemoRecurringCase[] {
  const startsOn = addMonths(firstOfMonth(today), 1 - SERVER_CHECKS)
  return [
    {
      id: idOf('recurring server check'),
      name: 'Servers of Lyngby Biolabs',
      templateId: templateId('serverCheck'),
      customerId: customerId('lyngby'),
      contactId: contacts.find((one) => one.customerId === customerId('lyngby'))?.id ?? null,
      agreementId: agreementId('lyngby hosting'),
      unit: 'month',
      every: 1,
      dayOfMonth: 1,
      clockMinutes: 8 * 60,
      startsOn,
      since: instantOf(addDays(startsOn, -3), '13:30'),
    },
  ]
}
