import type { Case } from '@timedesk/contracts/cases'
import { HoldKeys } from '@timedesk/ui/hold-keys'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { lazy } from 'react'

import type { Tone } from './draft.ts'
import type { CaseUpdate } from './use-update-case.ts'

const DispatchDialog = lazy(async () => ({ default: (await import('./dispatch-dialog.tsx')).DispatchDialog }))
const DetailsDialog = lazy(async () => ({ default: (await import('./details-dialog.tsx')).DetailsDialog }))
const RegisterTimeDialog = lazy(async () => ({
  default: (await import('./register-time-dialog.tsx')).RegisterTimeDialog,
}))
const ClockDrawer = lazy(async () => ({ default: (await import('./clocks/clock-drawer.tsx')).ClockDrawer }))
const MacroDialog = lazy(async () => ({ default: (await import('./macros/macro-dialog.tsx')).MacroDialog }))
const ChangeCoverDialog = lazy(async () => ({ default: (await import('./change-cover-dialog.tsx')).ChangeCoverDialog }))

export type CaseDialog = 'dispatch' | 'details' | 'time' | 'clocks' | 'macro' | 'agreement'

/** A dialog, and what it begins with where it is about one thing of several. */
export type OpenDialog = { name: CaseDialog; chosenId?: string | undefined }

type CaseDialogsProps = {
  dialog: OpenDialog | null
  subject: Case
  update: CaseUpdate
  onInsert: (tone: Tone, markdown: string) => void
  onClose: () => void
}

/** The one dialog of the case page that is open. */
export function CaseDialogs({ dialog, subject, update, onInsert, onClose }: CaseDialogsProps) {
  const name = dialog?.name
  return (
    <LazyPart fallback={<HoldKeys />}>
      {name === 'dispatch' && <DispatchDialog subject={subject} onClose={onClose} />}
      {name === 'details' && <DetailsDialog subject={subject} update={update} onClose={onClose} />}
      {name === 'time' && <RegisterTimeDialog subject={subject} onClose={onClose} />}
      {name === 'clocks' && <ClockDrawer subject={subject} onClose={onClose} />}
      {name === 'macro' && (
        <MacroDialog subject={subject} chosenId={dialog?.chosenId} onInsert={onInsert} onClose={onClose} />
      )}
      {name === 'agreement' && <ChangeCoverDialog subject={subject} update={update} onClose={onClose} />}
    </LazyPart>
  )
}
