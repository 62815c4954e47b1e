import { useQueryClient } from '@tanstack/react-query'
import { isRefusal } from '@timedesk/client/api-error'
import type { Case } from '@timedesk/contracts/cases'
import type { StatusMove } from '@timedesk/contracts/workflow-definition'
import { useState, type ReactNode } from 'react'

import type { Draft } from './draft.ts'
import { LazyMoveDialog } from './moves/lazy-move-dialog.tsx'
import { takesNothing } from './moves/move-draft.ts'
import { asksForMore } from './moves/use-moves.tsx'
import { draftQueries } from './writing/draft-queries.ts'
import type { DraftSlot } from './writing/use-kept-draft.ts'
import { usePosting, type Obstacle, type Written } from './writing/use-posting.ts'
import { useTellUnsent } from './writing/use-tell-unsent.ts'
import { useWritingWords } from './writing/use-writing-words.ts'

type Sending = {
  /** Sends with a move, or with none, now or at a time. A move that takes something asks for it first. */
  start: (move: StatusMove | null, sendAt?: string) => void
  isPending: boolean
  /** Why nothing was sent. */
  obstacle: Obstacle | null
  /** Why it failed where no dialog says so. */
  error: unknown
  forget: () => void
  dialog: ReactNode
}

type Asked = { statusId: string; sendAt: string | undefined }

/** Sends what is written, with its files, time and move; the draft stays until all of it has happened. */
export function useSending(subject: Case, slot: DraftSlot, written: Written, onSent: (sent: Draft) => void): Sending {
  const queryClient = useQueryClient()
  const words = useWritingWords()
  const tellUnsent = useTellUnsent(subject, slot.kind)
  const [asked, setAsked] = useState<Asked | null>(null)
  const { post, bringsTime, isPending, obstacle, error, reset } = usePosting(subject, slot, written, {
    onSent: (sent) => {
      setAsked(null)
      onSent(sent)
    },
    onKept: (why) => {
      setAsked(null)
      tellUnsent({ why: words(why) })
    },
    onFailed: (failure, { statusId, sendAt }) => {
      if (statusId !== null && asksForMore(failure)) setAsked({ statusId, sendAt })
      // Somebody wrote in it, sent it or discarded it: what they did is shown here, beside what was written.
      if (isRefusal(failure, 'stale_version') || isRefusal(failure, 'draft_gone'))
        void queryClient.invalidateQueries({ queryKey: draftQueries.ofCase(subject.id).queryKey })
    },
  })

  return {
    start: (move, sendAt) => {
      reset()
      if (move === null || takesNothing(move)) post({ statusId: move?.id ?? null, move: {}, sendAt })
      else setAsked({ statusId: move.id, sendAt })
    },
    isPending,
    obstacle,
    error: asked === null ? error : null,
    forget: reset,
    dialog: asked !== null && (
      <LazyMoveDialog
        subject={subject}
        statusId={asked.statusId}
        message={{ tone: slot.kind, bringsTime }}
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
