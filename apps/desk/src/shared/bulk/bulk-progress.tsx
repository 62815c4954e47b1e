import { Button, CloseButton, Modal, Progress } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { isRefusal } from '@timedesk/client/api-error'
import type { BulkAction } from '@timedesk/contracts/bulk-actions'
import { useEffect, useEffectEvent, useState } from 'react'

import { caseQueries } from '../cases/case-queries.ts'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { BulkGroups } from './bulk-groups.tsx'
import './bulk.css'
import { UndoButton } from './undo-button.tsx'
import { useUndoBulk } from './use-bulk-action.ts'
import { useBulkDetail } from './use-bulk-detail.ts'
import { useBulkSentence } from './use-bulk-sentence.ts'
import { useBulkWords } from './use-bulk-words.ts'
import { forgetBulk } from './watched-bulks.ts'

const WHOLE = 100
/** What went as it was meant to, and cannot be undone any more, has been read by then. */
const READ_MS = 8_000

/** What a change of many cases touches on every screen. */
const TOUCHED = [caseQueries.all(), ['case-badges'], ['case-views', 'counts'], ['notices']] as const

/** How far changes of many cases are, what came of them, and for a while how to undo them. */
export function BulkProgress({ ids }: { ids: readonly string[] }) {
  const words = useBulkWords()
  return (
    <section className="desk-bulk-progress" aria-label={words('progress')}>
      {ids.map((id) => (
        <Watched key={id} bulkId={id} />
      ))}
    </section>
  )
}

function Watched({ bulkId }: { bulkId: string }) {
  const action = useBulkDetail(bulkId)
  const { data } = action
  useRenewal(data)
  const isGone = isRefusal(action.error, 'not_found')
  useEffect(() => {
    if (isGone) forgetBulk(bulkId)
  }, [isGone, bulkId])
  return data === undefined ? null : <Told action={data} />
}

/** Once it has ended, what is on the screen is read anew. */
function useRenewal(action: BulkAction | undefined): void {
  const queryClient = useQueryClient()
  const state = action?.state
  const renew = useEffectEvent(() => {
    for (const queryKey of TOUCHED) void queryClient.invalidateQueries({ queryKey })
  })
  useEffect(() => {
    if (state === 'done' || state === 'undone') renew()
  }, [state])
}

/** Tells of it no more, a moment after it is over. */
function useLeave(bulkId: string, isOver: boolean): void {
  useEffect(() => {
    if (!isOver) return undefined
    const timer = setTimeout(() => forgetBulk(bulkId), READ_MS)
    return () => clearTimeout(timer)
  }, [bulkId, isOver])
}

function Told({ action }: { action: BulkAction }) {
  const words = useBulkWords()
  const sentence = useBulkSentence()
  const undo = useUndoBulk(action.id)
  const [isAsking, setIsAsking] = useState(false)
  const { id, state, done, cases, result, failure } = action
  const isMoving = state === 'running' || state === 'undoing'
  const groups = (state === 'undone' ? action.undo?.groups : result?.groups) ?? []
  const whole = state === 'undoing' ? (result?.changed ?? cases) : cases
  // What came otherwise than it was meant to stays until somebody has seen it.
  const isNews = groups.length > 0
  const leave = () => {
    if (!isNews) forgetBulk(id)
  }
  useLeave(id, !isMoving && !action.can.undo && !isNews)
  return (
    <div className="desk-bulk-told">
      {isMoving && <Progress value={(done / whole) * WHOLE} size="sm" animated aria-label={sentence(action)} />}
      <div className="desk-bulk-line">
        <span role="status">{sentence(action)}</span>
        {isNews && !isMoving && (
          <Button variant="subtle" size="compact-sm" onClick={() => setIsAsking(true)}>
            {words('why')}
          </Button>
        )}
        {state === 'done' && action.can.undo && (
          <UndoButton action={action} isPending={undo.isPending} onUndo={() => undo.mutate()} onOver={leave} />
        )}
        {!isMoving && <CloseButton size="sm" aria-label={words('dismiss')} onClick={() => forgetBulk(id)} />}
      </div>
      {failure !== null && <p className="desk-quiet desk-small">{words('interrupted')}</p>}
      <ProblemNotice error={undo.error} onClose={undo.reset} />
      {isAsking && (
        <Modal opened onClose={() => setIsAsking(false)} title={words(state === 'undone' ? 'whyKept' : 'whyTitle')}>
          <BulkGroups groups={groups} isOpen />
        </Modal>
      )}
    </div>
  )
}
