import { Tabs } from '@mantine/core'
import { PageHeader } from '@timedesk/ui/page-header'

import '../features/approvals/approvals.css'
import { CorrectionList } from '../features/approvals/correction-list.tsx'
import { OverageList } from '../features/approvals/overage-list.tsx'
import { PeriodPanel } from '../features/approvals/period-panel.tsx'
import { useApprovalWords } from '../features/approvals/use-approval-words.ts'
import { WeekList } from '../features/approvals/week-list.tsx'
import { useUrlFilters } from '../shared/lists/use-url-filters.ts'

const TABS = ['weeks', 'corrections', 'overage', 'period'] as const
const TAB_WORDS = {
  weeks: 'tabWeeks',
  corrections: 'tabCorrections',
  overage: 'tabOverage',
  period: 'tabPeriod',
} as const
const TAB_PANELS = { weeks: WeekList, corrections: CorrectionList, overage: OverageList, period: PeriodPanel }

/** What waits for a decision about time, and the end of the month. The address says which. */
export function Component() {
  const words = useApprovalWords()
  const filters = useUrlFilters()
  const tab = TABS.find((name) => name === filters.get('tab')) ?? 'weeks'
  const Panel = TAB_PANELS[tab]
  return (
    <>
      <PageHeader title={words('title')} text={words('text')} />
      <Tabs
        value={tab}
        onChange={(chosen) =>
          filters.set({ tab: chosen === 'weeks' ? undefined : (chosen ?? undefined), state: undefined })
        }
      >
        <Tabs.List className="desk-tab-list" aria-label={words('tabs')} mb="md">
          {TABS.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {words(TAB_WORDS[name])}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab}>
          <Panel />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
