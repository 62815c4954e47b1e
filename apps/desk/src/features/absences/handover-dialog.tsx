import { Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Absence, Handover } from '@timedesk/contracts/absences'
import { useState } from 'react'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { absenceQueries } from './queries.ts'
import { useAbsenceWords } from './use-absence-words.ts'
import { useHandOver } from './use-save-absence.ts'

/** Says how many cases would go to whom, and hands them over when that is wanted. */
export function HandoverDialog({ absence, onClose }: { absence: Absence; onClose: () => void }) {
  const { id, employee } = absence
  const words = useAbsenceWords()
  const tell = useTell()
  const handOver = useHandOver()
  const preview = useQuery(absenceQueries.handover(id))
  const [comment, setComment] = useState('')
  const cases = preview.data?.cases ?? 0
  const submit = () =>
    handOver.mutate(
      { absenceId: id, comment: comment.trim() },
      {
        onSuccess: ({ cases: moved, delegate, left }) => {
          const told = words('handedOver', { count: moved, delegate: delegate?.name ?? '' })
          tell(left === 0 ? told : `${told} ${words('handedOverMore', { count: left })}`).onSuccess()
          // More than one call takes stay to be handed over by another.
          if (left === 0) onClose()
        },
      },
    )
  return (
    <FormDialog
      title={words('handOverOf', { name: employee.name })}
      size="md"
      state={handOver}
      names={[]}
      submitLabel={cases === 0 ? words('handOver') : words('handOverDo', { count: cases })}
      isDisabled={cases === 0}
      onClose={onClose}
      onSubmit={submit}
    >
      <QueryFace query={preview} rows={2}>
        {(counted) => <HandoverWords handover={counted} name={employee.name} />}
      </QueryFace>
      <TextInput
        label={words('handOverWords')}
        description={words('handOverWordsHint')}
        autoComplete="off"
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
    </FormDialog>
  )
}

function HandoverWords({
  handover: { delegate, cases, otherDepartment, left },
  name,
}: {
  handover: Handover
  name: string
}) {
  const words = useAbsenceWords()
  if (cases + left === 0) return <p role="status">{words('handOverNothing', { name })}</p>
  if (delegate === null) return <p role="status">{words('handOverNobody')}</p>
  const to = { delegate: delegate.name }
  return (
    <Stack gap={4} role="status">
      <strong>{words('handOverCount', { ...to, count: cases })}</strong>
      {otherDepartment > 0 && <span>{words('handOverElsewhere', { ...to, count: otherDepartment })}</span>}
    </Stack>
  )
}
