import {
  IconAddressBook,
  IconAdjustments,
  IconBinaryTree2,
  IconBriefcase,
  IconBuilding,
  IconBuildingCommunity,
  IconCategory,
  IconClock,
  IconClockPlus,
  IconCoins,
  IconContract,
  IconFileImport,
  IconFlag,
  IconInbox,
  IconMailForward,
  IconStack2,
  IconUserQuestion,
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
  place('myTime', 'groupCases', paths.myTime, <IconClock />, 'time:write'),
  place('customers', 'groupCustomers', paths.customers, <IconBuilding />, 'customer:read'),
  place('contacts', 'groupCustomers', paths.contacts, <IconAddressBook />, 'customer:read'),
  place('projects', 'groupCustomers', paths.projects, <IconBriefcase />, 'project:read'),
  place('agreements', 'groupCustomers', paths.agreements, <IconContract />, 'agreement:read'),
  place('potential', 'groupMoney', paths.potential, <IconCoins />, 'potential:read'),
  place('people', 'groupCompany', paths.people, <IconUsers />, 'staff:read'),
  place('departments', 'groupCompany', paths.departments, <IconBinaryTree2 />, 'staff:read'),
  place('caseTypes', 'groupCompany', paths.caseTypes, <IconCategory />, 'settings:write'),
  place('priorities', 'groupCompany', paths.priorities, <IconFlag />, 'settings:write'),
  place('activityTypes', 'groupCompany', paths.activityTypes, <IconClockPlus />, 'settings:write'),
  place('company', 'groupCompany', paths.company, <IconBuildingCommunity />, 'settings:write'),
  place('mails', 'groupOperations', paths.mails, <IconMailForward />, 'mail:read'),
  place('imports', 'groupOperations', paths.imports, <IconFileImport />, 'import:write'),
]

/** One's own profile, which stands in the user menu instead. */
export const profilePlace = { words: 'profile', href: paths.profile, icon: <IconAdjustments size={16} /> } as const

function view(name: keyof WorkCounts, icon: ReactNode): Place {
  return { words: name, group: 'groupCases', href: workListPath(name), icon, permission: 'case:read', count: name }
}

function place(words: FrameKey, group: FrameKey, href: string, icon: ReactNode, permission: Permission): Place {
  return { words, group, href, icon, permission }
}
