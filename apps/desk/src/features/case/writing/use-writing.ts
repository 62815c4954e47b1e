import type { StatusMove } from '@timedesk/contracts/workflow-definition'
import { useEffect, useEffectEvent, useRef, useState } from 'react'

import { useMe } from '../../../shared/session/use-me.ts'
import { useIsHere } from '../../../shared/use-is-here.ts'
import { emptyDraft, type Draft } from '../draft.ts'
import { useListPlace } from '../list-place.ts'
import { showItem } from '../log/use-item-anchor.ts'
import { messagesSince, newestMessage } from '../messages-since.ts'
import { useSending } from '../use-sending.tsx'
import { useAfterSend } from './after-send.ts'
import { isOfSlot, useKeptDraft } from './use-kept-draft.ts'
import type { WritingProps } from './writing-props.ts'

/** After so long without a letter somebody looks on rather than writes. */
const WRITING_MS = 90_000

/** What is written, how it is kept, and how it is sent: only once the writer has seen what came meanwhile. */
export function useWriting(props: WritingProps) {
  const { subject, items, slot, storageKey, drafts, server, editorRef, onPresence } = props
  const me = useMe()
  // It has the place of the next, which would come before the one that can still be called back.
  const isTaken = drafts.some((one) => one.sending !== null && isOfSlot(one, slot))
  const { keeper, ...state } = useKeptDraft(slot, storageKey, { server, isTaken })
  const { draft } = state
  const [hint, setHint] = useState<'blank' | 'leaving' | null>(null)
  const presence = useWritingPresence(slot.kind, onPresence)
  const leave = useLeave(subject.number)
  const isHere = useIsHere()
  const sending = useSending(subject, slot, { state, keeper }, (sent) => {
    keeper.forget(sent)
    presence.stop()
    if (isHere()) leave()
  })
  const refocusAfter = useRefocus(sending.isPending, editorRef)
  const newest = newestMessage(items, subject.id)
  const newer = messagesSince(items, draft.seenId, me.id)

  return {
    ...{ state, keeper, sending, hint, newer },
    write: (changes: (now: Draft) => Partial<Draft>) => {
      setHint(null)
      if (sending.obstacle !== null) sending.forget()
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
      const found = draft.body.trim() === '' ? 'blank' : isTaken ? 'leaving' : null
      setHint(found)
      if (found === null && !sending.isPending) sending.start(move, sendAt)
    },
    refocusAfter,
    discard: () => {
      if (sending.isPending) return
      keeper.change(() => emptyDraft)
      keeper.save()
      presence.stop()
    },
  }
}

/** Who sent it from the editor writes on there: while it takes nothing it loses the focus. */
function useRefocus(isPending: boolean, editorRef: WritingProps['editorRef']): () => void {
  const isMeant = useRef(false)
  useEffect(() => {
    if (isPending) return
    if (isMeant.current && document.activeElement === document.body) editorRef.current?.focus()
    isMeant.current = false
  }, [isPending, editorRef])
  return () => {
    isMeant.current = true
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
