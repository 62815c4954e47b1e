import type { Case } from '@timedesk/contracts/cases'
import { lazy, Suspense } from 'react'

import { DetailsDialog } from './details-dialog.tsx'
import { DispatchDialog } from './dispatch-dialog.tsx'
import type { Tone } from './draft.ts'
import { RegisterTimeDialog } from './register-time-dialog.tsx'
import type { CaseUpdate } from './use-update-case.ts'

const ClockDrawer = lazy(async () => ({ default: (await import('./clocks/clock-drawer.tsx')).ClockDrawer }))
const MacroDialog = lazy(async () => ({ default: (await import('./macros/macro-dialog.tsx')).MacroDialog }))

export type CaseDialog = 'dispatch' | 'details' | 'time' | 'clocks' | 'macro'

type CaseDialogsProps = {
  dialog: CaseDialog | null
  subject: Case
  update: CaseUpdate
  onInsert: (tone: Tone, markdown: string) => void
  onClose: () => void
}

/** The one dialog of the case page that is open. */
export function CaseDialogs({ dialog, subject, update, onInsert, onClose }: CaseDialogsProps) {
  return (
    <>
      {dialog === 'dispatch' && <DispatchDialog subject={subject} onClose={onClose} />}
      {dialog === 'details' && <DetailsDialog subject={subject} update={update} onClose={onClose} />}
      {dialog === 'time' && <RegisterTimeDialog subject={subject} onClose={onClose} />}
      <Suspense>
        {dialog === 'clocks' && <ClockDrawer subject={subject} onClose={onClose} />}
        {dialog === 'macro' && <MacroDialog subject={subject} onInsert={onInsert} onClose={onClose} />}
      </Suspense>
    </>
  )
}
