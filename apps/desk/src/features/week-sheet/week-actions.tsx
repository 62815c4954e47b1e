import { Button } from '@mantine/core'
import type { WeekSheet } from '@timedesk/contracts/week-sheets'
import { ConfirmButton } from '@timedesk/ui/confirm-button'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { ReasonDialog } from '../../shared/forms/reason-dialog.tsx'
import { useDecideWeek, useRecallWeek, useSubmitWeek } from '../../shared/time/use-week-moves.ts'
import { weekNumberOf } from '../../shared/week-number.ts'
import { useWeekWords } from './use-week-words.ts'

/** What can be done with the week as a whole: submit, take back, approve, send back, reopen. */
export function WeekActions({ sheet }: { sheet: WeekSheet }) {
  const words = useWeekWords()
  const format = useFormat()
  const tell = useTell()
  const submission = useSubmitWeek()
  const recall = useRecallWeek()
  const decision = useDecideWeek()
  const [asked, setAsked] = useState<'rejected' | 'reopened' | null>(null)
  const { can, monday, employee } = sheet
  const week = { employeeId: employee.id, monday }
  const named = { number: weekNumberOf(monday), name: employee.name }
  const close = () => {
    setAsked(null)
    decision.reset()
  }

  return (
    <span className="desk-row-buttons">
      {can.recall && (
        <Button
          size="xs"
          variant="default"
          loading={recall.isPending}
          onClick={() => recall.mutate(week, tell(words('recalled', named)))}
        >
          {words('recall')}
        </Button>
      )}
      {can.reopen && (
        <Button size="xs" variant="default" onClick={() => setAsked('reopened')}>
          {words('reopen')}
        </Button>
      )}
      {can.reject && (
        <Button size="xs" variant="default" onClick={() => setAsked('rejected')}>
          {words('reject')}
        </Button>
      )}
      {can.approve && (
        <Button
          size="xs"
          loading={decision.isPending && asked === null}
          onClick={() => decision.mutate({ ...week, verdict: 'approved' }, tell(words('approved', named)))}
        >
          {words('approve')}
        </Button>
      )}
      {can.submit && (
        <ConfirmButton
          size="xs"
          variant="filled"
          loading={submission.isPending}
          question={words('submitQuestion', named)}
          consequence={words('submitShort', {
            minutes: format.minutes(sheet.minutes),
            working: format.minutes(sheet.workingMinutes),
          })}
          confirmLabel={words('submit')}
          onConfirm={() => submission.mutate(week, tell(words('submitted', named)))}
        >
          {words('submit')}
        </ConfirmButton>
      )}
      {asked !== null && (
        <ReasonDialog
          title={words(asked === 'rejected' ? 'rejectTitle' : 'reopenTitle', named)}
          hint={words(asked === 'rejected' ? 'rejectHint' : 'reopenHint', named)}
          label={words('reason')}
          submitLabel={words(asked === 'rejected' ? 'reject' : 'reopen')}
          state={decision}
          onClose={close}
          onSubmit={(reason) =>
            decision.mutate(
              { ...week, verdict: asked, reason },
              { onSuccess: tell(words(asked, named), close).onSuccess },
            )
          }
        />
      )}
    </span>
  )
}
