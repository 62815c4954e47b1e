import { useQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import type { MessageDraft } from '@timedesk/contracts/drafts'
import { useState } from 'react'

import { useMe } from '../../../shared/session/use-me.ts'
import { settingQueries } from '../../../shared/settings/setting-queries.ts'
import { toTimeDraft } from '../../../shared/time/time-form.ts'
import { attachmentIdsOf } from '../draft.ts'
import type { MoveBody } from '../moves/move-draft.ts'
import { useSend } from '../use-send.ts'
import type { DraftKeeper, KeeperState } from './draft-keeper.ts'
import { isUnsaved } from './reconcile.ts'
import type { DraftSlot } from './use-kept-draft.ts'
import { useSchedule } from './use-schedule.ts'

export type Written = { state: KeeperState; keeper: DraftKeeper }
export type Posting = {
  statusId: string | null
  move: MoveBody
  /** Left out: now. */
  sendAt: string | undefined
}
type Outcome = {
  /** The message is there; or, as a draft, the server is to send it. */
  onSent: (scheduled: MessageDraft | null) => void
  onFailed: (error: unknown) => void
}

/**
 * Posts what is written, with its files, time and move. For who may call messages back, and at another time than now, the
 * server sends it later; that takes a draft which the server has.
 */
export function usePosting(subject: Case, slot: DraftSlot, { state, keeper }: Written) {
  const { company, undoSeconds } = useMe()
  const send = useSend(subject)
  const schedule = useSchedule(subject, slot)
  const [isUnkept, setIsUnkept] = useState(false)
  const { data: types = [] } = useQuery(settingQueries.activityTypes())
  const time = toTimeDraft(state.draft.time, types, company.timeZone)

  const post = async ({ statusId, move, sendAt }: Posting, { onSent, onFailed: onError }: Outcome) => {
    const written = keeper.read().draft.body
    const isLater = sendAt !== undefined || undoSeconds > 0
    if (isLater) keeper.save()
    // A draft that is being saved would be another version by the time the message is there.
    await keeper.settle()
    const kept = keeper.read()
    const { draft, base } = kept
    // Somebody wrote in it at the same time: it is looked at before it goes anywhere.
    if (isLater && draft.body !== written) return
    const { body, seenId: seenMessageId } = draft
    const isKept = base !== null && !isUnsaved(kept)
    setIsUnkept(sendAt !== undefined && !isKept)
    if (isLater && isKept) {
      const moves = { ...(statusId !== null && { statusId, ...move }), ...(time !== undefined && { time }) }
      const options = { ...moves, ...(seenMessageId !== null && { seenMessageId }) }
      schedule.mutate({ version: base.version, sendAt, options }, { onSuccess: onSent, onError })
    } else if (sendAt === undefined) {
      const known = { seenMessageId, draft: base && { id: base.id, version: base.version } }
      const said = { tone: slot.kind, body, attachmentIds: attachmentIdsOf(draft) }
      send.mutate({ ...said, statusId, move, time, ...known }, { onSuccess: () => onSent(null), onError })
    }
  }

  return {
    post,
    bringsTime: time !== undefined,
    isPending: send.isPending || schedule.isPending,
    /** The draft could not be saved, without which nothing can send it later. */
    isUnkept,
    error: send.error ?? schedule.error,
    reset: () => {
      send.reset()
      schedule.reset()
      setIsUnkept(false)
    },
  }
}
