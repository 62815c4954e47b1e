import { Button, Group } from '@mantine/core'
import type { Case } from '@timedesk/contracts/cases'
import type { CaseClocks } from '@timedesk/contracts/clocks'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'

import { ReasonDialog } from '../../../shared/forms/reason-dialog.tsx'
import { DeadlineDialog } from './deadline-dialog.tsx'
import { useClockWords } from './use-clock-words.ts'
import { useSetDeadline } from './use-set-deadline.ts'

type DeadlineSectionProps = { subject: Case; deadline: CaseClocks['deadline'] }

/** The deadline that somebody set instead of the policy's, and how to set or take one away. */
export function DeadlineSection({ subject, deadline }: DeadlineSectionProps) {
  const words = useClockWords()
  const format = useFormat()
  const [dialog, setDialog] = useState<'set' | 'clear' | null>(null)
  return (
    <section aria-label={words('deadline')}>
      <h3>{words('deadline')}</h3>
      {deadline === null ? (
        <p className="desk-quiet">{words('noDeadline')}</p>
      ) : (
        <>
          <p>
            {words('deadlineIs', {
              at: format.dateTime(deadline.at),
              name: deadline.setBy,
              setAt: format.dateTime(deadline.setAt),
            })}
          </p>
          {deadline.reason !== '' && <p className="desk-quiet">“{deadline.reason}”</p>}
        </>
      )}
      {subject.can.edit && (
        <Group gap="xs" mt="xs">
          <Button size="compact-sm" variant="default" onClick={() => setDialog('set')}>
            {words(deadline === null ? 'setDeadline' : 'changeDeadline')}
          </Button>
          {deadline !== null && (
            <Button size="compact-sm" variant="default" onClick={() => setDialog('clear')}>
              {words('clearDeadline')}
            </Button>
          )}
        </Group>
      )}
      {dialog === 'set' && (
        <DeadlineDialog subject={subject} at={deadline?.at ?? null} onClose={() => setDialog(null)} />
      )}
      {dialog === 'clear' && <ClearDialog subject={subject} onClose={() => setDialog(null)} />}
    </section>
  )
}

function ClearDialog({ subject, onClose }: { subject: Case; onClose: () => void }) {
  const words = useClockWords()
  const setDeadline = useSetDeadline(subject)
  return (
    <ReasonDialog
      title={words('clearTitle', { number: subject.number })}
      hint={words('clearHint')}
      label={words('reason')}
      submitLabel={words('clearDeadline')}
      state={setDeadline}
      onSubmit={(reason) => setDeadline.set({ at: null, reason }, words('deadlineCleared'), onClose)}
      onClose={onClose}
    />
  )
}
