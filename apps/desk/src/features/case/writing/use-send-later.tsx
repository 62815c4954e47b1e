import { useShortcuts } from '@timedesk/ui/use-shortcuts'
import { useState, type ReactNode } from 'react'

import { useSendingWords } from '../../../shared/sending/use-sending-words.ts'
import { useCaseKeyWords } from '../keys/use-case-key-words.ts'
import { LazySendLater } from './lazy-send-later.tsx'

type SendLater = { ask: () => void; dialog: ReactNode }

/** Asks when to send what is written, by the menu of the button, by key and by name. */
export function useSendLater(isEmpty: boolean, onChoose: (sendAt: string) => void): SendLater {
  const words = useSendingWords()
  const group = useCaseKeyWords()('group')
  const [isAsking, setIsAsking] = useState(false)
  const ask = () => setIsAsking(true)
  useShortcuts([
    {
      ...{ id: 'case.sendLater', keys: 'Mod+Shift+l', label: words('sendLaterKey'), words: words('sendLaterWords') },
      ...{ group, when: !isEmpty, reason: words('writeFirst'), run: ask },
    },
  ])
  return {
    ask,
    dialog: isAsking && (
      <LazySendLater
        onClose={() => setIsAsking(false)}
        onChoose={(sendAt) => {
          setIsAsking(false)
          onChoose(sendAt)
        }}
      />
    ),
  }
}
