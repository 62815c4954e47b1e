import { useQueryClient } from '@tanstack/react-query'
import { isRefusal } from '@timedesk/client/api-error'
import type { Case } from '@timedesk/contracts/cases'
import type { MessageDraft } from '@timedesk/contracts/drafts'
import type { StatusMove } from '@timedesk/contracts/workflow-definition'
import { useState, type ReactNode } from 'react'

import { LazyMoveDialog } from './moves/lazy-move-dialog.tsx'
import { takesNothing } from './moves/move-draft.ts'
import { asksForMore } from './moves/use-moves.tsx'
import { draftQueries } from './writing/draft-queries.ts'
import type { DraftSlot } from './writing/use-kept-draft.ts'
import { usePosting, type Posting, type Written } from './writing/use-posting.ts'

type Sending = {
  /** Sends with a move, or with none, now or at a time. A move that takes something asks for it first. */
  start: (move: StatusMove | null, sendAt?: string) => void
  isPending: boolean
  /** The draft could not be saved, without which nothing can send it later. */
  isUnkept: boolean
  /** Why it failed where no dialog says so. */
  error: unknown
  forget: () => void
  dialog: ReactNode
}

type Asked = { statusId: string; sendAt: string | undefined }

/** Sends what is written, with its files, time and move; the draft stays until all of it has happened. */
export function useSending(
  subject: Case,
  slot: DraftSlot,
  written: Written,
  onSent: (scheduled: MessageDraft | null) => void,
): Sending {
  const queryClient = useQueryClient()
  const posting = usePosting(subject, slot, written)
  const { isPending, isUnkept, error, reset } = posting
  const [asked, setAsked] = useState<Asked | null>(null)

  const post = (what: Posting) => {
    const { statusId, sendAt } = what
    void posting.post(what, {
      onSent: (scheduled) => {
        setAsked(null)
        onSent(scheduled)
      },
      onFailed: (failure) => {
        if (statusId !== null && asksForMore(failure)) setAsked({ statusId, sendAt })
        // Somebody wrote in it, sent it or discarded it: what they did is shown here, beside what was written.
        if (isRefusal(failure, 'stale_version') || isRefusal(failure, 'draft_gone'))
          void queryClient.invalidateQueries({ queryKey: draftQueries.ofCase(subject.id).queryKey })
      },
    })
  }

  return {
    start: (move, sendAt) => {
      reset()
      if (move === null || takesNothing(move)) post({ statusId: move?.id ?? null, move: {}, sendAt })
      else setAsked({ statusId: move.id, sendAt })
    },
    isPending,
    isUnkept,
    error: asked === null ? error : null,
    forget: reset,
    dialog: asked !== null && (
      <LazyMoveDialog
        subject={subject}
        statusId={asked.statusId}
        message={{ tone: slot.kind, bringsTime: posting.bringsTime }}
        error={error}
        isPending={isPending}
        onMove={(move) => post({ ...asked, move })}
        onClose={() => {
          setAsked(null)
          reset()
        }}
      />
    ),
  }
}
