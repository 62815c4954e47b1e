import { useLocation } from 'react-router'

import { LinkTabs } from '../../shared/lists/link-tabs.tsx'
import { paths } from '../../shared/paths.ts'
import { useTemplateWords } from './use-template-words.ts'

/** What cases begin with: templates of cases and of checklists, and cases that come back. */
export function TemplateTabs() {
  const words = useTemplateWords()
  const { pathname } = useLocation()
  const tab = (href: string, label: string) => ({ href, label, isHere: pathname === href })
  return (
    <LinkTabs
      label={words('tabs')}
      tabs={[
        tab(paths.caseTemplates, words('casesTab')),
        tab(paths.checklistTemplates, words('checklistsTab')),
        tab(paths.recurringCases, words('recurringTab')),
      ]}
    />
  )
}
