import { useIsMutating, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'

import { useMe } from '../../../shared/session/use-me.ts'
import { settingQueries } from '../../../shared/settings/setting-queries.ts'
import { toTimeDraft } from '../../../shared/time/time-form.ts'
import { attachmentIdsOf, type Draft } from '../draft.ts'
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
/** Why nothing was sent: it is another text by now, or the server has no draft of it that it could send later. */
export type Obstacle = 'changed' | 'unkeepable'
/** Each is told, also when the case has been left by then. */
type Outcome = {
  /** What was sent, or is to be sent by the server. */
  onSent: (sent: Draft) => void
  onKept: (obstacle: Obstacle) => void
  onFailed: (error: unknown, posting: Posting) => void
}

/**
 * Posts what is written, with its files, time and move. For who may call messages back, and at another time than now, the
 * server sends it later; that takes a draft which the server has. One message at a time: another press does nothing.
 */
export function usePosting(subject: Case, slot: DraftSlot, { state, keeper }: Written, outcome: Outcome) {
  const { company, undoSeconds } = useMe()
  const queryClient = useQueryClient()
  const { mutateAsync: send } = useSend(subject, slot.kind)
  const { mutateAsync: schedule } = useSchedule(subject, slot)
  const { data: types = [] } = useQuery(settingQueries.activityTypes())
  const mutationKey = ['post-message', slot.caseId, slot.kind, slot.isShared]
  const isUnderWay = () => queryClient.isMutating({ mutationKey }) > 0
  const timeOf = (draft: Draft) => toTimeDraft(draft.time, types, company.timeZone)

  const run = async ({ statusId, move, sendAt }: Posting): Promise<{ sent: Draft } | { obstacle: Obstacle }> => {
    const written = keeper.read().draft.body
    const isLater = sendAt !== undefined || undoSeconds > 0
    if (isLater) keeper.save()
    // A draft that is being saved would be another version by the time the message is there.
    await keeper.settle()
    const kept = keeper.read()
    const { draft, base } = kept
    // Somebody wrote in it at the same time: it is looked at before it goes anywhere.
    if (draft.body !== written) return { obstacle: 'changed' }
    const { body, seenId: seenMessageId } = draft
    const time = timeOf(draft)
    const isKept = base !== null && !isUnsaved(kept)
    if (isLater && isKept) {
      const moves = { ...(statusId !== null && { statusId, ...move }), ...(time !== undefined && { time }) }
      const options = { ...moves, ...(seenMessageId !== null && { seenMessageId }) }
      await schedule({ version: base.version, sendAt, options })
    } else if (sendAt === undefined) {
      const known = { seenMessageId, draft: base && { id: base.id, version: base.version } }
      const said = { body, attachmentIds: attachmentIdsOf(draft) }
      await send({ ...said, statusId, move, time, ...known })
    } else return { obstacle: 'unkeepable' }
    return { sent: draft }
  }

  const { mutate, data, error, reset } = useMutation({
    mutationKey,
    // What is asked in it waits for the network itself.
    networkMode: 'always',
    mutationFn: run,
    onSuccess: (done) => ('sent' in done ? outcome.onSent(done.sent) : outcome.onKept(done.obstacle)),
    onError: outcome.onFailed,
  })

  return {
    post: (posting: Posting) => {
      if (!isUnderWay()) mutate(posting)
    },
    bringsTime: timeOf(state.draft) !== undefined,
    isPending: useIsMutating({ mutationKey }) > 0,
    obstacle: data !== undefined && 'obstacle' in data ? data.obstacle : null,
    error,
    reset: () => {
      if (!isUnderWay()) reset()
    },
  }
}
