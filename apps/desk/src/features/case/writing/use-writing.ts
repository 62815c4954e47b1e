import { notifications } from '@mantine/notifications'
import type { MessageDraft } from '@timedesk/contracts/drafts'
import type { StatusMove } from '@timedesk/contracts/workflow-definition'
import { useFormat } from '@timedesk/ui/format'
import { useEffect, useEffectEvent, useState } from 'react'

import { tellLeaving } from '../../../shared/sending/leaving-messages.ts'
import { useSendingWords } from '../../../shared/sending/use-sending-words.ts'
import { useMe } from '../../../shared/session/use-me.ts'
import { emptyDraft, type Draft } from '../draft.ts'
import { useListPlace } from '../list-place.ts'
import { showItem } from '../log/use-item-anchor.ts'
import { messagesSince, newestMessage } from '../messages-since.ts'
import { useSending } from '../use-sending.tsx'
import { useAfterSend } from './after-send.ts'
import { isInSlot, isOfSlot, useKeptDraft, useReplaceDraft } from './use-kept-draft.ts'
import type { WritingProps } from './writing-props.ts'

/** After so long without a letter somebody looks on rather than writes. */
const WRITING_MS = 90_000
const SECOND_MS = 1_000

/** What is written, how it is kept, and how it is sent: only once the writer has seen what came meanwhile. */
export function useWriting({ subject, items, slot, storageKey, drafts, server, onPresence }: WritingProps) {
  const me = useMe()
  const { keeper, ...state } = useKeptDraft(slot, storageKey, server)
  const { draft } = state
  const [hint, setHint] = useState<'blank' | 'leaving' | null>(null)
  const replace = useReplaceDraft(subject.id)
  const presence = useWritingPresence(slot.kind, onPresence)
  const leave = useLeave(subject.number)
  const tellScheduled = useTellScheduled(subject.number)
  const sending = useSending(subject, slot, { state, keeper }, (scheduled) => {
    keeper.forget()
    presence.stop()
    void replace((known) => isInSlot(known, slot), scheduled)
    tellScheduled(scheduled)
    leave()
  })
  const newest = newestMessage(items, subject.id)
  const newer = messagesSince(items, draft.seenId, me.id)

  return {
    ...{ state, keeper, sending, hint, newer },
    write: (changes: (now: Draft) => Partial<Draft>) => {
      setHint(null)
      presence.write()
      keeper.change((now) => ({ seenId: now.seenId ?? newest, ...changes(now) }))
    },
    submit: (move: StatusMove | null, sendAt?: string) => {
      const first = newer[0]
      if (first !== undefined) {
        showItem(first.id)
        keeper.change(() => ({ seenId: newest }))
        return
      }
      // It would come before the one that can still be called back.
      const isHeld = drafts.some((one) => one.sending !== null && isOfSlot(one, slot))
      const found = draft.body.trim() === '' ? 'blank' : isHeld ? 'leaving' : null
      setHint(found)
      if (found === null && !sending.isPending) sending.start(move, sendAt)
    },
    discard: () => {
      keeper.change(() => emptyDraft)
      keeper.save()
      presence.stop()
    },
  }
}

/** Says when the server sends what was written, or lets it be called back until it does. */
function useTellScheduled(number: number): (scheduled: MessageDraft | null) => void {
  const words = useSendingWords()
  const format = useFormat()
  const { undoSeconds } = useMe()
  return (scheduled) => {
    if (scheduled === null) return
    const { id: draftId, case: about, kind, isShared, sending } = scheduled
    if (sending === null) return
    if (sending.isLeaving)
      tellLeaving({ draftId, caseId: about.id, number, kind, isShared, until: Date.now() + undoSeconds * SECOND_MS })
    else notifications.show({ message: words('willGoOut', { time: format.dateTime(sending.at) }) })
  }
}

/** Says that one writes, until it is sent or discarded, nothing was typed for a while or the writing is left. */
function useWritingPresence(kind: WritingProps['slot']['kind'], onPresence: WritingProps['onPresence']) {
  const [at, setAt] = useState(0)
  const tell = useEffectEvent(onPresence)
  useEffect(() => {
    if (at === 0) return undefined
    tell(kind === 'reply' ? 'replying' : 'noting')
    const timer = setTimeout(() => tell('viewing'), WRITING_MS)
    return () => clearTimeout(timer)
  }, [at, kind])
  useEffect(() => () => tell('viewing'), [])
  return {
    write: () => setAt(Date.now()),
    stop: () => {
      setAt(0)
      onPresence('viewing')
    },
  }
}

/** Goes where this person goes once a message is sent. */
function useLeave(number: number): () => void {
  const place = useListPlace(number)
  const [after] = useAfterSend()
  return () => {
    if (after === 'stay') return
    if (after === 'next' && place.next !== undefined) place.goNext()
    else place.goBack()
  }
}
