import { Button } from '@mantine/core'
import type { Absence } from '@timedesk/contracts/absences'
import { ConfirmButton } from '@timedesk/ui/confirm-button'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { EditButton } from '../../shared/lists/edit-button.tsx'
import { AbsenceDialog } from './absence-dialog.tsx'
import { HandoverDialog } from './handover-dialog.tsx'
import { useAbsenceWords } from './use-absence-words.ts'
import { useDaysWording } from './use-days-wording.ts'
import { useRemoveAbsence } from './use-save-absence.ts'

/** What may be done with an absence: hand the cases over, change it, take it away. */
export function AbsenceButtons({ absence }: { absence: Absence }) {
  const { id, employee, from, can } = absence
  const words = useAbsenceWords()
  const format = useFormat()
  const wordDays = useDaysWording()
  const tell = useTell()
  const removal = useRemoveAbsence()
  const [opened, setOpened] = useState<'edit' | 'handover' | null>(null)
  const close = () => setOpened(null)
  const { name } = employee
  return (
    <span className="desk-row-buttons">
      {can.handOver && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={words('handOverOf', { name })}
          onClick={() => setOpened('handover')}
        >
          {words('handOver')}
        </Button>
      )}
      {can.edit && (
        <>
          <EditButton
            label={words('editThing', { name, from: format.workDate(from) })}
            onClick={() => setOpened('edit')}
          />
          <ConfirmButton
            size="compact-xs"
            question={words('removeQuestion', { name })}
            consequence={words('removeConsequence', { name, days: wordDays(absence) })}
            confirmLabel={words('remove')}
            isDangerous
            loading={removal.isPending}
            onConfirm={() => removal.mutate(id, tell(words('removed')))}
          >
            {words('remove')}
          </ConfirmButton>
        </>
      )}
      {opened === 'edit' && <AbsenceDialog absence={absence} employee={employee} onClose={close} />}
      {opened === 'handover' && <HandoverDialog absence={absence} onClose={close} />}
    </span>
  )
}
