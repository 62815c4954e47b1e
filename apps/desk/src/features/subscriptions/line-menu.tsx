import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { SubscriptionLine } from '@timedesk/contracts/subscriptions'
import { useState } from 'react'

import { EditLineDialog } from './edit-line-dialog.tsx'
import { IndexPriceDialog } from './index-price-dialog.tsx'
import { ChangePriceDialog } from './change-price-dialog.tsx'
import { PriceHistoryDialog } from './price-history-dialog.tsx'
import { usePlanWords } from './use-plan-words.ts'

const DIALOGS = {
  historyShow: PriceHistoryDialog,
  changePrice: ChangePriceDialog,
  index: IndexPriceDialog,
  editLine: EditLineDialog,
}
type Deed = keyof typeof DIALOGS

/** What may be done with a plan line; everybody may look at its prices. */
export function LineMenu({ line, mayEdit }: { line: SubscriptionLine; mayEdit: boolean }) {
  const words = usePlanWords()
  const [asked, setAsked] = useState<Deed | null>(null)
  const deeds: Deed[] = mayEdit && line.isActive ? ['historyShow', 'changePrice', 'index', 'editLine'] : ['historyShow']
  const Dialog = asked === null ? null : DIALOGS[asked]
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={words('actions', { name: line.description })}>
            <IconDots size={18} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {deeds.map((deed) => (
            <Menu.Item key={deed} onClick={() => setAsked(deed)}>
              {words(deed)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {Dialog !== null && <Dialog line={line} onClose={() => setAsked(null)} />}
    </>
  )
}
