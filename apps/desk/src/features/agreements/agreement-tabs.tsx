import { Tabs } from '@mantine/core'
import type { Agreement } from '@timedesk/contracts/agreements'
import type { ReactNode } from 'react'

import { useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { AgreementLog } from './agreement-log.tsx'
import { AgreementTime } from './agreement-time.tsx'
import { useAgreementWords } from './use-agreement-words.ts'

const SOLD_TAB = { voucher: 'tabVouchers', subscription: 'tabPlan' } as const

type AgreementTabsProps = {
  agreement: Agreement
  /** The vouchers or the plan that belong to it. */
  sold: ReactNode
}

/** What belongs to an agreement: vouchers or plan, the time under it, and its log; which one stands in the address. */
export function AgreementTabs({ agreement: { id, settlement }, sold }: AgreementTabsProps) {
  const words = useAgreementWords()
  const filters = useUrlFilters()
  const soldTab = settlement === 'time_spent' ? null : SOLD_TAB[settlement]
  const tabs = [...(soldTab === null ? [] : ['sold']), 'time', 'log']
  const wanted = filters.get('tab')
  const tab = tabs.find((candidate) => candidate === wanted) ?? tabs[0]
  return (
    <Tabs
      className="desk-panel"
      value={tab ?? 'time'}
      keepMounted={false}
      onChange={(chosen) => filters.set({ tab: chosen === tabs[0] ? undefined : (chosen ?? undefined) })}
    >
      <Tabs.List aria-label={words('tabs')} mb="md">
        {soldTab !== null && <Tabs.Tab value="sold">{words(soldTab)}</Tabs.Tab>}
        <Tabs.Tab value="time">{words('tabTime')}</Tabs.Tab>
        <Tabs.Tab value="log">{words('tabLog')}</Tabs.Tab>
      </Tabs.List>
      {soldTab !== null && <Tabs.Panel value="sold">{sold}</Tabs.Panel>}
      <Tabs.Panel value="time">
        <AgreementTime agreementId={id} />
      </Tabs.Panel>
      <Tabs.Panel value="log">
        <AgreementLog agreementId={id} />
      </Tabs.Panel>
    </Tabs>
  )
}
