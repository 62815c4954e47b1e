import type { Permission } from '@timedesk/contracts/access'

import { paths } from '../paths.ts'
import type { frameEnglish } from './frame-texts.ts'

type FrameKey = keyof typeof frameEnglish

/** A place by the key of its words; its picture goes by the same name. */
export type PlaceName = Exclude<
  FrameKey,
  `group${string}` | 'appName' | 'newCase' | 'newCaseShort' | 'newCaseKeys' | 'keysHint'
>

export type Place = {
  words: PlaceName
  group: FrameKey
  href: string
  /** What else stands below it, when that is not below its own address. */
  around?: string
  permission: Permission
}

/** Every place of the desk but the work lists, in the order of the navigation. */
export const places: readonly Place[] = [
  place('dispatchBoard', 'groupCases', paths.dispatchBoard, 'case:dispatch'),
  place('serviceLevels', 'groupCases', paths.serviceLevels, 'service_level:read'),
  { ...place('myTime', 'groupTime', paths.thisWeek, 'time:write'), around: paths.myTime },
  place('approvals', 'groupTime', paths.approvals, 'time:approve'),
  place('timeQuestions', 'groupTime', paths.timeQuestions, 'overage:decide'),
  place('customers', 'groupCustomers', paths.customers, 'customer:read'),
  place('contacts', 'groupCustomers', paths.contacts, 'customer:read'),
  place('projects', 'groupCustomers', paths.projects, 'project:read'),
  place('agreements', 'groupCustomers', paths.agreements, 'agreement:read'),
  place('rateCards', 'groupMoney', paths.rateCards, 'agreement:write'),
  place('vouchers', 'groupMoney', paths.vouchers, 'agreement:read'),
  place('voucherOrders', 'groupMoney', paths.voucherOrders, 'voucher:write'),
  place('simulator', 'groupMoney', paths.simulator, 'agreement:write'),
  place('potential', 'groupInvoicing', paths.potential, 'potential:read'),
  place('invoiceRuns', 'groupInvoicing', paths.invoiceRuns, 'invoice:read'),
  place('invoices', 'groupInvoicing', paths.invoices, 'invoice:read'),
  place('payments', 'groupInvoicing', paths.payments, 'invoice:read'),
  { ...place('reports', 'groupInvoicing', paths.profit, 'report:read'), around: paths.reports },
  place('bookkeeping', 'groupInvoicing', paths.bookkeeping, 'bookkeeping:read'),
  place('settings', 'groupCompany', paths.settings, 'case:write'),
  place('people', 'groupCompany', paths.people, 'staff:read'),
  place('departments', 'groupCompany', paths.departments, 'staff:read'),
  place('caseTypes', 'groupCompany', paths.caseTypes, 'settings:write'),
  place('priorities', 'groupCompany', paths.priorities, 'settings:write'),
  place('workflows', 'groupCompany', paths.workflows, 'settings:write'),
  place('dispatchRules', 'groupCompany', paths.dispatchRules, 'settings:write'),
  place('contextCards', 'groupCompany', paths.contextCards, 'settings:write'),
  place('customFields', 'groupCompany', paths.customFields, 'settings:write'),
  place('caseTemplates', 'groupCompany', paths.caseTemplates, 'settings:write'),
  place('cannedTexts', 'groupCompany', paths.cannedTexts, 'case:write'),
  place('automation', 'groupCompany', paths.automation, 'settings:write'),
  place('activityTypes', 'groupCompany', paths.activityTypes, 'settings:write'),
  place('priceClasses', 'groupCompany', paths.priceClasses, 'settings:write'),
  place('serviceCalendars', 'groupCompany', paths.serviceCalendars, 'settings:write'),
  place('servicePolicies', 'groupCompany', paths.servicePolicies, 'settings:write'),
  place('company', 'groupCompany', paths.company, 'settings:write'),
  place('invoicingSettings', 'groupCompany', paths.invoicingSettings, 'settings:write'),
  place('mails', 'groupOperations', paths.mails, 'mail:read'),
  place('imports', 'groupOperations', paths.imports, 'import:write'),
  place('integrity', 'groupOperations', paths.integrity, 'integrity:read'),
]

/** One's own profile, which stands in the user menu instead. */
export const profilePlace = { words: 'profile', href: paths.profile } as const

function place(words: PlaceName, group: FrameKey, href: string, permission: Permission): Place {
  return { words, group, href, permission }
}
