import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { WeekSheetSummary } from '@timedesk/contracts/week-sheets'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { ReasonDialog } from '../../shared/forms/reason-dialog.tsx'
import { useDecideWeek } from '../../shared/time/use-week-moves.ts'
import { weekNumberOf } from '../../shared/week-number.ts'
import { useApprovalWords } from './use-approval-words.ts'

/** Approves a week, or sends it back with a reason. */
export function WeekButtons({ week: { employee, monday } }: { week: WeekSheetSummary }) {
  const words = useApprovalWords()
  const tell = useTell()
  const approval = useDecideWeek()
  const rejection = useDecideWeek()
  const [isRejecting, rejecting] = useDisclosure(false)
  const week = { employeeId: employee.id, monday }
  const named = { number: weekNumberOf(monday), name: employee.name }
  const close = () => {
    rejecting.close()
    rejection.reset()
  }

  return (
    <span className="desk-row-buttons">
      <Button size="compact-xs" variant="default" aria-label={words('rejectOf', named)} onClick={rejecting.open}>
        {words('reject')}
      </Button>
      <Button
        size="compact-xs"
        aria-label={words('approveOf', named)}
        loading={approval.isPending}
        onClick={() => approval.mutate({ ...week, verdict: 'approved' }, tell(words('approved', named)))}
      >
        {words('approve')}
      </Button>
      {isRejecting && (
        <ReasonDialog
          title={words('rejectOf', named)}
          hint={words('rejectHint', named)}
          label={words('reason')}
          submitLabel={words('reject')}
          state={rejection}
          onClose={close}
          onSubmit={(reason) =>
            rejection.mutate(
              { ...week, verdict: 'rejected', reason },
              {
                onSuccess: tell(words('rejected', named), close).onSuccess,
              },
            )
          }
        />
      )}
    </span>
  )
}
