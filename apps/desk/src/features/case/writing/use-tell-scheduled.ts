import { notifications } from '@mantine/notifications'
import type { MessageDraft } from '@timedesk/contracts/drafts'
import { useFormat } from '@timedesk/ui/format'

import { tellLeaving } from '../../../shared/sending/leaving-messages.ts'
import { useSendingWords } from '../../../shared/sending/use-sending-words.ts'
import { useMe } from '../../../shared/session/use-me.ts'

const SECOND_MS = 1_000

/** Says when the server sends what it was asked to send then, or lets it be called back until it does. */
export function useTellScheduled(): (scheduled: MessageDraft, askedAt: number) => void {
  const words = useSendingWords()
  const format = useFormat()
  const { undoSeconds } = useMe()
  return ({ id: draftId, case: about, kind, isShared, sending }, askedAt) => {
    if (sending === null) return
    // The server counts from when it heard of it, so this promises no second more than it gives.
    const until = askedAt + undoSeconds * SECOND_MS
    if (!sending.isLeaving) notifications.show({ message: words('willGoOut', { time: format.dateTime(sending.at) }) })
    else if (until > Date.now()) tellLeaving({ draftId, caseId: about.id, number: about.number, kind, isShared, until })
  }
}
