import { Button, Group, Progress, Stack } from '@mantine/core'
import type { BulkAction } from '@timedesk/contracts/bulk-actions'
import { LoadingState } from '@timedesk/ui/loading-state'
import { useFormat } from '@timedesk/ui/format'

import { ProblemNotice } from '../problems/problem-notice.tsx'
import { QueryFailure } from '../problems/query-failure.tsx'
import type { BulkDeed } from './bulk-draft.ts'
import { BulkGroups } from './bulk-groups.tsx'
import { useCommitBulk } from './use-bulk-action.ts'
import { useBulkDetail } from './use-bulk-detail.ts'
import { useBulkWords } from './use-bulk-words.ts'

const WHOLE = 100

type BulkPlanProps = {
  bulkId: string
  deed: BulkDeed
  /** Back to what was asked; undefined where nothing was. */
  onBack: (() => void) | undefined
  onClose: () => void
  onCommitted: () => void
}

/** What would become of the cases, and why some are left out, before anything is changed. */
export function BulkPlan({ bulkId, deed, onBack, onClose, onCommitted }: BulkPlanProps) {
  const words = useBulkWords()
  const action = useBulkDetail(bulkId)
  const commit = useCommitBulk()
  if (action.isPending) return <LoadingState rows={3} />
  if (action.data === undefined) return <QueryFailure error={action.error} onRetry={() => void action.refetch()} />
  const { state, plan } = action.data
  const isReady = state !== 'planning'
  const mayCommit = isReady && plan.changed > 0
  return (
    <Stack gap="sm">
      <ProblemNotice error={commit.error} onClose={commit.reset} />
      <div role="status">{isReady ? <Verdict action={action.data} /> : <Judging action={action.data} />}</div>
      {isReady && <BulkGroups groups={plan.groups} isOpen={plan.groups.length === 1} />}
      <Group justify="flex-end" gap="xs">
        {onBack !== undefined && (
          <Button variant="default" mr="auto" onClick={onBack}>
            {words('back')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {words('close')}
        </Button>
        {mayCommit && (
          <CommitButton
            deed={deed}
            count={plan.changed}
            isPending={commit.isPending}
            onCommit={() => commit.mutate(bulkId, { onSuccess: onCommitted })}
          />
        )}
      </Group>
    </Stack>
  )
}

type CommitButtonProps = { deed: BulkDeed; count: number; isPending: boolean; onCommit: () => void }

/** It has the focus as soon as it is there, so that Enter goes on. */
function CommitButton({ deed, count, isPending, onCommit }: CommitButtonProps) {
  const words = useBulkWords()
  const format = useFormat()
  const label = deed === 'merge' || deed === 'macro' ? (`commit_${deed}` as const) : 'commit'
  return (
    <Button ref={(button) => button?.focus()} loading={isPending} onClick={onCommit}>
      {words(label, { count, number: format.number(count) })}
    </Button>
  )
}

function Judging({ action: { done, cases } }: { action: BulkAction }) {
  const words = useBulkWords()
  const format = useFormat()
  const told = words('planning', { done: format.number(done), count: format.number(cases) })
  return (
    <>
      <Progress value={(done / cases) * WHOLE} animated aria-label={told} />
      <p className="desk-quiet">{told}</p>
    </>
  )
}

function Verdict({ action: { plan, isUndoable } }: { action: BulkAction }) {
  const words = useBulkWords()
  const { changed, unchanged, refused } = plan
  return (
    <>
      <ul className="desk-bulk-verdict">
        <li data-verdict="changed">
          {changed === 0 ? words('willChangeNone') : words('willChange', { count: changed })}
        </li>
        {unchanged > 0 && <li data-verdict="unchanged">{words('willStay', { count: unchanged })}</li>}
        {refused > 0 && <li data-verdict="refused">{words('willRefuse', { count: refused })}</li>}
      </ul>
      {changed > 0 && (
        <p className="desk-quiet desk-small">
          {words('nothingYet')} {words(isUndoable ? 'undoHint' : 'noUndo')}
        </p>
      )}
    </>
  )
}
