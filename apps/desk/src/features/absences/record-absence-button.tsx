import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { Absence } from '@timedesk/contracts/absences'
import type { Reference } from '@timedesk/contracts/primitives'
import { useState } from 'react'

import { AbsenceDialog } from './absence-dialog.tsx'
import { HandoverDialog } from './handover-dialog.tsx'
import { useAbsenceWords } from './use-absence-words.ts'

type RecordAbsenceButtonProps = {
  /** Who is away; null lets one be chosen. */
  employee: Reference | null
  isSmall?: boolean
}

/** Records an absence; one that has begun offers at once to hand the cases over. */
export function RecordAbsenceButton({ employee, isSmall = false }: RecordAbsenceButtonProps) {
  const words = useAbsenceWords()
  const [isRecording, setIsRecording] = useState(false)
  const [handed, setHanded] = useState<Absence | null>(null)
  return (
    <>
      <Button
        {...(isSmall ? { size: 'compact-sm', variant: 'default' } : { leftSection: <IconPlus size={16} /> })}
        onClick={() => setIsRecording(true)}
      >
        {words('newAbsence')}
      </Button>
      {isRecording && (
        <AbsenceDialog
          absence={null}
          employee={employee}
          onClose={() => setIsRecording(false)}
          onSaved={(saved) => {
            if (saved.state === 'now' && saved.can.handOver && saved.openCases > 0) setHanded(saved)
          }}
        />
      )}
      {handed !== null && <HandoverDialog absence={handed} onClose={() => setHanded(null)} />}
    </>
  )
}
