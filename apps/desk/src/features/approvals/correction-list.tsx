import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { DataTable } from '@timedesk/ui/data-table'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useFormat } from '@timedesk/ui/format'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { ReasonDialog } from '../../shared/forms/reason-dialog.tsx'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { pairCorrections, type CorrectionPair } from './pair-corrections.ts'
import { approvalQueries } from './queries.ts'
import { useApprovalWords } from './use-approval-words.ts'
import { useDecideCorrection } from './use-decisions.ts'
import { WorkName } from './work-name.tsx'

/** Corrections of closed weeks that wait: what becomes of the entry, and why. */
export function CorrectionList() {
  const words = useApprovalWords()
  const format = useFormat()
  const corrections = useInfiniteQuery(approvalQueries.corrections())
  return (
    <ListFace
      query={corrections}
      empty={<EmptyState title={words('correctionsEmptyTitle')}>{words('correctionsEmptyText')}</EmptyState>}
    >
      {(entries) => (
        <DataTable
          label={words('tabCorrections')}
          rows={pairCorrections(entries)}
          rowKey={({ correctedId }) => correctedId}
          columns={[
            {
              key: 'work',
              header: words('work'),
              priority: 1,
              render: ({ shown }) => <WorkName entry={shown} withEmployee />,
            },
            {
              key: 'correction',
              header: words('correction'),
              align: 'end',
              render: ({ fromMinutes, toMinutes }) =>
                words(toMinutes === 0 ? 'takenBack' : 'becomes', {
                  from: format.minutes(fromMinutes),
                  to: format.minutes(toMinutes),
                }),
            },
            { key: 'why', header: words('why'), render: ({ shown }) => shown.correction?.reason ?? '' },
          ]}
          rowActions={(pair) => <CorrectionButtons pair={pair} />}
        />
      )}
    </ListFace>
  )
}

function CorrectionButtons({ pair: { shown } }: { pair: CorrectionPair }) {
  const words = useApprovalWords()
  const tell = useTell()
  const approval = useDecideCorrection()
  const rejection = useDecideCorrection()
  const [isRejecting, rejecting] = useDisclosure(false)
  const close = () => {
    rejecting.close()
    rejection.reset()
  }
  return (
    <span className="desk-row-buttons">
      <Button size="compact-xs" variant="default" onClick={rejecting.open}>
        {words('rejectCorrection')}
      </Button>
      <Button
        size="compact-xs"
        loading={approval.isPending}
        onClick={() => approval.mutate({ entryId: shown.id, verdict: 'approved' }, tell(words('correctionApproved')))}
      >
        {words('approve')}
      </Button>
      {isRejecting && (
        <ReasonDialog
          title={words('rejectCorrectionOf', { name: shown.employee.name })}
          hint={words('rejectCorrectionHint')}
          label={words('reason')}
          submitLabel={words('rejectCorrection')}
          state={rejection}
          isOptional
          onClose={close}
          onSubmit={(reason) =>
            rejection.mutate(
              { entryId: shown.id, verdict: 'rejected', ...(reason !== '' && { reason }) },
              {
                onSuccess: tell(words('correctionRejected'), close).onSuccess,
              },
            )
          }
        />
      )}
    </span>
  )
}
