import { useQuery, useQueryClient } from '@tanstack/react-query'
import { isRefusal } from '@timedesk/client/api-error'
import type { Case } from '@timedesk/contracts/cases'
import type { StatusMove } from '@timedesk/contracts/workflow-definition'
import { useState, type ReactNode } from 'react'

import { useMe } from '../../shared/session/use-me.ts'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { toTimeDraft } from '../../shared/time/time-form.ts'
import { attachmentIdsOf, type Tone } from './draft.ts'
import { LazyMoveDialog } from './moves/lazy-move-dialog.tsx'
import { takesNothing, type MoveBody } from './moves/move-draft.ts'
import { asksForMore } from './moves/use-moves.tsx'
import { useSend } from './use-send.ts'
import type { DraftKeeper, KeeperState } from './writing/draft-keeper.ts'
import { draftQueries } from './writing/draft-queries.ts'

type Sending = {
  /** Sends with a move, or with none. A move that takes something asks for it first. */
  start: (move: StatusMove | null) => void
  isPending: boolean
  /** Why it failed where no dialog says so. */
  error: unknown
  forget: () => void
  dialog: ReactNode
}

type Written = { state: KeeperState; keeper: DraftKeeper }

/** Sends what is written, with its files, time and move; the draft stays until all of it has happened. */
export function useSending(subject: Case, tone: Tone, { state, keeper }: Written, onSent: () => void): Sending {
  const { company } = useMe()
  const queryClient = useQueryClient()
  const send = useSend(subject)
  const [askedId, setAskedId] = useState<string | null>(null)
  const { data: types = [] } = useQuery(settingQueries.activityTypes())
  const time = toTimeDraft(state.draft.time, types, company.timeZone)

  const post = async (statusId: string | null, move: MoveBody) => {
    // A draft that is being saved would be another version by the time the message is there.
    await keeper.settle()
    const { draft, base } = keeper.read()
    send.mutate(
      {
        ...{ tone, body: draft.body, attachmentIds: attachmentIdsOf(draft), statusId, move, time },
        ...{ seenMessageId: draft.seenId, draft: base && { id: base.id, version: base.version } },
      },
      {
        onSuccess: () => {
          setAskedId(null)
          onSent()
        },
        onError: (error) => {
          if (statusId !== null && asksForMore(error)) setAskedId(statusId)
          // Somebody wrote in it, sent it or discarded it: what they did is shown here, beside what was written.
          if (isRefusal(error, 'stale_version') || isRefusal(error, 'draft_gone'))
            void queryClient.invalidateQueries({ queryKey: draftQueries.ofCase(subject.id).queryKey })
        },
      },
    )
  }

  return {
    start: (move) => {
      send.reset()
      if (move === null || takesNothing(move)) void post(move?.id ?? null, {})
      else setAskedId(move.id)
    },
    isPending: send.isPending,
    error: askedId === null ? send.error : null,
    forget: send.reset,
    dialog: askedId !== null && (
      <LazyMoveDialog
        subject={subject}
        statusId={askedId}
        message={{ tone, bringsTime: time !== undefined }}
        error={send.error}
        isPending={send.isPending}
        onMove={(body) => void post(askedId, body)}
        onClose={() => {
          setAskedId(null)
          send.reset()
        }}
      />
    ),
  }
}
