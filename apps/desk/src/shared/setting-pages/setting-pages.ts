import type { Permission } from '@timedesk/contracts/access'

import { paths } from '../paths.ts'
import type { settingsEnglish } from './settings-english.ts'

type TitleKey<Key> = Key extends `${infer Name}.title` ? Name : never

/** A page of settings, by the stem of its texts. */
export type SettingName = TitleKey<keyof typeof settingsEnglish>

export type SettingPage = {
  name: SettingName
  group: 'company' | 'cases' | 'promises' | 'texts' | 'money' | 'own'
  href: string
  /** Null: everybody's own. */
  permission: Permission | null
}

/** Every page on which something is set up, in the order they stand in. */
export const settingPages: readonly SettingPage[] = [
  setting('company', 'company', paths.company, 'settings:write'),
  setting('people', 'company', paths.people, 'staff:read'),
  setting('departments', 'company', paths.departments, 'staff:read'),
  setting('skills', 'company', paths.skills, 'staff:read'),
  setting('absences', 'company', paths.absences, 'staff:read'),
  setting('mails', 'company', paths.mails, 'mail:read'),
  setting('imports', 'company', paths.imports, 'import:write'),
  setting('integrity', 'company', paths.integrity, 'integrity:read'),
  setting('caseTypes', 'cases', paths.caseTypes, 'settings:write'),
  setting('priorities', 'cases', paths.priorities, 'settings:write'),
  setting('workflows', 'cases', paths.workflows, 'settings:write'),
  setting('statuses', 'cases', paths.statuses, 'settings:write'),
  setting('customFields', 'cases', paths.customFields, 'settings:write'),
  setting('dispatchRules', 'cases', paths.dispatchRules, 'settings:write'),
  setting('automation', 'cases', paths.automation, 'settings:write'),
  setting('contextCards', 'cases', paths.contextCards, 'settings:write'),
  setting('servicePolicies', 'promises', paths.servicePolicies, 'settings:write'),
  setting('serviceCalendars', 'promises', paths.serviceCalendars, 'settings:write'),
  setting('caseTemplates', 'texts', paths.caseTemplates, 'settings:write'),
  setting('checklists', 'texts', paths.checklistTemplates, 'settings:write'),
  setting('recurringCases', 'texts', paths.recurringCases, 'settings:write'),
  setting('cannedTexts', 'texts', paths.cannedTexts, 'case:write'),
  setting('macros', 'texts', paths.macros, 'case:write'),
  setting('activityTypes', 'money', paths.activityTypes, 'settings:write'),
  setting('priceClasses', 'money', paths.priceClasses, 'settings:write'),
  setting('rateCards', 'money', paths.rateCards, 'agreement:write'),
  setting('invoicing', 'money', paths.invoicingSettings, 'settings:write'),
  setting('profile', 'own', paths.profile, null),
  setting('notices', 'own', paths.noticeSettings, null),
]

function setting(
  name: SettingName,
  group: SettingPage['group'],
  href: string,
  permission: Permission | null,
): SettingPage {
  return { name, group, href, permission }
}
