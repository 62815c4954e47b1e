import { Drawer } from '@mantine/core'
import type { Case } from '@timedesk/contracts/cases'
import type { SideConversation } from '@timedesk/contracts/side-conversations'

import { SideThread } from './side-thread.tsx'
import './sides.css'
import { StartSide } from './start-side.tsx'
import { useSideWords } from './use-side-words.ts'

type SideDrawerProps = {
  subject: Case
  /** Null: a new one. */
  conversation: SideConversation | null
  onStarted: (conversationId: string) => void
  onClose: () => void
}

/** A side conversation beside the case, so that the case can be read while one writes. */
export function SideDrawer({ subject, conversation, onStarted, onClose }: SideDrawerProps) {
  const words = useSideWords()
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={conversation?.subject ?? words('start')}
      closeOnClickOutside={false}
    >
      {conversation === null ? (
        <StartSide subject={subject} onStarted={onStarted} />
      ) : (
        <SideThread subject={subject} conversation={conversation} />
      )}
    </Drawer>
  )
}
