import { useQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import { StatusPill, useStatusName } from '@timedesk/ui/status-pill'
import { useEffect, useEffectEvent, useState } from 'react'

import { caseDetailQueries } from '../../shared/cases/case-detail-queries.ts'
import { ChoiceDialog } from '../../shared/choices/choice-dialog.tsx'
import { useTell } from '../../shared/deeds/use-tell.ts'
import { ProblemNotice } from '../../shared/problems/problem-notice.tsx'
import { DispatchDialog } from './dispatch-dialog.tsx'
import { useMoves } from './moves/use-moves.tsx'
import { useCaseWords } from '../../shared/cases/use-case-words.ts'

type RowDeedProps = {
  deed: 'assign' | 'status'
  number: number
  onClose: () => void
}

/** Assigns or moves a case from a list of them; the case is read first, as what it may take is its own. */
export function RowDeed({ deed, number, onClose }: RowDeedProps) {
  const subject = useQuery(caseDetailQueries.detail(String(number)))
  const tell = useTell()
  const fail = useEffectEvent((error: unknown) => {
    tell('').onError(error)
    onClose()
  })
  useEffect(() => {
    if (subject.error !== null) fail(subject.error)
  }, [subject.error])

  if (subject.data === undefined) return null
  return deed === 'assign' ? (
    <DispatchDialog subject={subject.data} onClose={onClose} />
  ) : (
    <StatusChoice subject={subject.data} onClose={onClose} />
  )
}

/** Where the case may go. A move that takes something asks for it in the dialog of the case page. */
function StatusChoice({ subject, onClose }: { subject: Case; onClose: () => void }) {
  const words = useCaseWords()
  const statusName = useStatusName()
  const moves = useMoves(subject)
  const [beforeId] = useState(subject.status.id)
  const close = useEffectEvent(onClose)
  useEffect(() => {
    if (subject.status.id !== beforeId) close()
  }, [subject.status.id, beforeId])
  return (
    <>
      <ChoiceDialog
        title={words('status')}
        choices={subject.can.moveTo.map(({ id, name, category, color }) => ({
          ...{ id, label: statusName({ category, name }) },
          content: <StatusPill category={category} color={color} label={name} />,
        }))}
        notice={<ProblemNotice error={moves.error} />}
        onChoose={moves.start}
        onClose={onClose}
      />
      {moves.dialog}
    </>
  )
}
