import {
  IconAddressBook,
  IconAdjustments,
  IconAlarm,
  IconArrowsSplit2,
  IconBinaryTree2,
  IconBooks,
  IconBriefcase,
  IconBuilding,
  IconBuildingCommunity,
  IconCalendarTime,
  IconCashBanknote,
  IconChartBar,
  IconCategory,
  IconChecklist,
  IconClock,
  IconClockPlus,
  IconCoins,
  IconContract,
  IconFileImport,
  IconFileInvoice,
  IconFlag,
  IconForms,
  IconGauge,
  IconInbox,
  IconListNumbers,
  IconMailForward,
  IconMessageQuestion,
  IconProgress,
  IconReceiptTax,
  IconRobot,
  IconRoute,
  IconScale,
  IconShieldCheck,
  IconShoppingCart,
  IconStack2,
  IconStairsUp,
  IconTemplate,
  IconTextPlus,
  IconTicket,
  IconUserQuestion,
  IconUserShare,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { Permission } from '@timedesk/contracts/access'
import type { WorkCounts } from '@timedesk/contracts/work-list'
import type { ReactNode } from 'react'

import { paths, workListPath } from '../../shared/paths.ts'
import type { frameEnglish } from './frame-texts.ts'

type FrameKey = keyof typeof frameEnglish

export type Place = {
  words: FrameKey
  group: FrameKey
  href: string
  /** What else stands below it, when that is not below its own address. */
  around?: string
  icon: ReactNode
  permission: Permission
  /** Which figure of the work counts stands beside it. */
  count?: keyof WorkCounts
}

/** Every place of the desk, in the order of the navigation. */
export const places: readonly Place[] = [
  view('mine', <IconInbox />),
  view('department', <IconUsersGroup />),
  view('unassigned', <IconUserQuestion />),
  view('all', <IconStack2 />),
  place('dispatchBoard', 'groupCases', paths.dispatchBoard, <IconUserShare />, 'case:dispatch'),
  place('serviceLevels', 'groupCases', paths.serviceLevels, <IconGauge />, 'service_level:read'),
  { ...place('myTime', 'groupTime', paths.thisWeek, <IconClock />, 'time:write'), around: paths.myTime },
  place('approvals', 'groupTime', paths.approvals, <IconChecklist />, 'time:approve'),
  place('timeQuestions', 'groupTime', paths.timeQuestions, <IconMessageQuestion />, 'overage:decide'),
  place('customers', 'groupCustomers', paths.customers, <IconBuilding />, 'customer:read'),
  place('contacts', 'groupCustomers', paths.contacts, <IconAddressBook />, 'customer:read'),
  place('projects', 'groupCustomers', paths.projects, <IconBriefcase />, 'project:read'),
  place('agreements', 'groupCustomers', paths.agreements, <IconContract />, 'agreement:read'),
  place('rateCards', 'groupMoney', paths.rateCards, <IconListNumbers />, 'agreement:write'),
  place('vouchers', 'groupMoney', paths.vouchers, <IconTicket />, 'agreement:read'),
  place('voucherOrders', 'groupMoney', paths.voucherOrders, <IconShoppingCart />, 'voucher:write'),
  place('simulator', 'groupMoney', paths.simulator, <IconScale />, 'agreement:write'),
  place('potential', 'groupInvoicing', paths.potential, <IconCoins />, 'potential:read'),
  place('invoiceRuns', 'groupInvoicing', paths.invoiceRuns, <IconProgress />, 'invoice:read'),
  place('invoices', 'groupInvoicing', paths.invoices, <IconFileInvoice />, 'invoice:read'),
  place('payments', 'groupInvoicing', paths.payments, <IconCashBanknote />, 'invoice:read'),
  {
    ...place('reports', 'groupInvoicing', paths.profit, <IconChartBar />, 'report:read'),
    around: paths.reports,
  },
  place('bookkeeping', 'groupInvoicing', paths.bookkeeping, <IconBooks />, 'bookkeeping:read'),
  place('people', 'groupCompany', paths.people, <IconUsers />, 'staff:read'),
  place('departments', 'groupCompany', paths.departments, <IconBinaryTree2 />, 'staff:read'),
  place('caseTypes', 'groupCompany', paths.caseTypes, <IconCategory />, 'settings:write'),
  place('priorities', 'groupCompany', paths.priorities, <IconFlag />, 'settings:write'),
  place('workflows', 'groupCompany', paths.workflows, <IconArrowsSplit2 />, 'settings:write'),
  place('dispatchRules', 'groupCompany', paths.dispatchRules, <IconRoute />, 'settings:write'),
  place('customFields', 'groupCompany', paths.customFields, <IconForms />, 'settings:write'),
  place('caseTemplates', 'groupCompany', paths.caseTemplates, <IconTemplate />, 'settings:write'),
  place('cannedTexts', 'groupCompany', paths.cannedTexts, <IconTextPlus />, 'case:write'),
  place('automation', 'groupCompany', paths.automation, <IconRobot />, 'settings:write'),
  place('activityTypes', 'groupCompany', paths.activityTypes, <IconClockPlus />, 'settings:write'),
  place('priceClasses', 'groupCompany', paths.priceClasses, <IconStairsUp />, 'settings:write'),
  place('serviceCalendars', 'groupCompany', paths.serviceCalendars, <IconCalendarTime />, 'settings:write'),
  place('servicePolicies', 'groupCompany', paths.servicePolicies, <IconAlarm />, 'settings:write'),
  place('company', 'groupCompany', paths.company, <IconBuildingCommunity />, 'settings:write'),
  place('invoicingSettings', 'groupCompany', paths.invoicingSettings, <IconReceiptTax />, 'settings:write'),
  place('mails', 'groupOperations', paths.mails, <IconMailForward />, 'mail:read'),
  place('imports', 'groupOperations', paths.imports, <IconFileImport />, 'import:write'),
  place('integrity', 'groupOperations', paths.integrity, <IconShieldCheck />, 'integrity:read'),
]

/** One's own profile, which stands in the user menu instead. */
export const profilePlace = { words: 'profile', href: paths.profile, icon: <IconAdjustments size={16} /> } as const

function view(name: keyof WorkCounts, icon: ReactNode): Place {
  return { words: name, group: 'groupCases', href: workListPath(name), icon, permission: 'case:read', count: name }
}

function place(words: FrameKey, group: FrameKey, href: string, icon: ReactNode, permission: Permission): Place {
  return { words, group, href, icon, permission }
}
