import type { StatusMove } from '@timedesk/contracts/workflow-definition'
import { useEffect, useEffectEvent, useState } from 'react'

import { useMe } from '../../../shared/session/use-me.ts'
import { emptyDraft, type Draft } from '../draft.ts'
import { useListPlace } from '../list-place.ts'
import { showItem } from '../log/use-item-anchor.ts'
import { messagesSince, newestMessage } from '../messages-since.ts'
import { useSending } from '../use-sending.tsx'
import { useAfterSend } from './after-send.ts'
import { isInSlot, useKeptDraft, useReplaceDraft } from './use-kept-draft.ts'
import type { WritingProps } from './writing-props.ts'

/** After so long without a letter somebody looks on rather than writes. */
const WRITING_MS = 90_000

/** What is written, how it is kept, and how it is sent: only once the writer has seen what came meanwhile. */
export function useWriting({ subject, items, slot, storageKey, server, onPresence }: WritingProps) {
  const me = useMe()
  const { keeper, ...state } = useKeptDraft(slot, storageKey, server)
  const { draft } = state
  const [isBlank, setIsBlank] = useState(false)
  const replace = useReplaceDraft(subject.id)
  const leave = useLeave(subject.number)
  const sending = useSending(subject, slot.kind, { state, keeper }, () => {
    keeper.forget()
    void replace((known) => isInSlot(known, slot), null)
    leave()
  })
  const tellWriting = useWritingPresence(slot.kind, onPresence)
  const newest = newestMessage(items, subject.id)
  const newer = messagesSince(items, draft.seenId, me.id)

  return {
    ...{ state, keeper, sending, isBlank, newer },
    write: (changes: (now: Draft) => Partial<Draft>) => {
      setIsBlank(false)
      tellWriting()
      keeper.change((now) => ({ seenId: now.seenId ?? newest, ...changes(now) }))
    },
    submit: (move: StatusMove | null) => {
      const first = newer[0]
      if (first !== undefined) {
        showItem(first.id)
        keeper.change(() => ({ seenId: newest }))
        return
      }
      setIsBlank(draft.body.trim() === '')
      if (draft.body.trim() !== '' && !sending.isPending) sending.start(move)
    },
    discard: () => {
      keeper.change(() => emptyDraft)
      keeper.save()
    },
  }
}

/** Says that one writes, until nothing was typed for a while or the writing is left. */
function useWritingPresence(kind: WritingProps['slot']['kind'], onPresence: WritingProps['onPresence']): () => void {
  const [at, setAt] = useState(0)
  const tell = useEffectEvent(onPresence)
  useEffect(() => {
    if (at === 0) return undefined
    tell(kind === 'reply' ? 'replying' : 'noting')
    const timer = setTimeout(() => tell('viewing'), WRITING_MS)
    return () => clearTimeout(timer)
  }, [at, kind])
  useEffect(() => () => tell('viewing'), [])
  return () => setAt(Date.now())
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
