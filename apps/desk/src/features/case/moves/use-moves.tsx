import { isRefusal } from '@timedesk/client/api-error'
import type { Case } from '@timedesk/contracts/cases'
import { useState, type ReactNode } from 'react'

import { useChangeStatus } from '../use-move-case.ts'
import { LazyMoveDialog } from './lazy-move-dialog.tsx'
import { takesNothing } from './move-draft.ts'

/** Refusals that the dialog answers: it asks for what the move turned out to take. */
const ASKING = ['field_required', 'gate_closed', 'reopen_expired'] as const

/** Whether a move was refused for something that can still be filled in, done or passed over. */
export function asksForMore(error: unknown): boolean {
  return ASKING.some((code) => isRefusal(error, code))
}

export type Moves = {
  /** Moves the case at once where nothing is to be asked, else asks. */
  start: (statusId: string) => void
  /** Why it failed where no dialog says so. */
  error: unknown
  forget: () => void
  dialog: ReactNode
}

/** Moves of a case by hand. One that takes something, or turns out to when it is tried, asks for it in a dialog. */
export function useMoves(subject: Case): Moves {
  const [askedId, setAskedId] = useState<string | null>(null)
  const change = useChangeStatus(subject)
  const start = (statusId: string) => {
    const move = subject.can.moveTo.find(({ id }) => id === statusId)
    change.reset()
    if (move === undefined || !takesNothing(move)) {
      setAskedId(statusId)
      return
    }
    change.mutate({ statusId, body: {} }, { onError: (error) => asksForMore(error) && setAskedId(statusId) })
  }
  return {
    start,
    error: askedId === null ? change.error : null,
    forget: change.reset,
    dialog: askedId !== null && (
      <LazyMoveDialog
        subject={subject}
        statusId={askedId}
        error={change.error}
        isPending={change.isPending}
        onMove={(body) => change.mutate({ statusId: askedId, body }, { onSuccess: () => setAskedId(null) })}
        onClose={() => {
          setAskedId(null)
          change.reset()
        }}
      />
    ),
  }
}
