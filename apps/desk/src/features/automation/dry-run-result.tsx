import { Alert } from '@mantine/core'
import type { DryRun, DryRunHit } from '@timedesk/contracts/automation-runs'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'

import { actionName, useRunWords } from '../../shared/runs/use-run-words.ts'
import { CaseLink } from './case-link.tsx'
import { RunActions } from './run-actions.tsx'
import { useAutomationWords } from './use-automation-words.ts'

/** What a dry run found: in figures, and case by case. */
export function DryRunResult({ dryRun }: { dryRun: DryRun }) {
  const words = useAutomationWords()
  const runWords = useRunWords()
  const format = useFormat()
  const { cases, isCut, hits, casesHit, refused, changes, examples } = dryRun
  const shown = { cases: format.number(cases), casesHit: format.number(casesHit) }
  return (
    <>
      <div role="status">
        <p>
          <strong>{hits === 0 ? words('noHits', shown) : words('hits', { ...shown, count: hits })}</strong>
        </p>
        {changes.length > 0 && (
          <p>
            {words('changes')}:{' '}
            {changes
              .map(({ action, count }) => words('change', { action: actionName(action, runWords), count }))
              .join(' · ')}
          </p>
        )}
        {refused > 0 && <p>{words('refused', { count: refused })}</p>}
      </div>
      {isCut && <Alert color="yellow">{words('cut', shown)}</Alert>}
      {examples.length > 0 && <HitTable hits={examples} />}
      {examples.length < hits && <p className="desk-quiet">{words('examplesCut', { count: examples.length })}</p>}
    </>
  )
}

function HitTable({ hits }: { hits: readonly DryRunHit[] }) {
  const words = useAutomationWords()
  const runWords = useRunWords()
  const format = useFormat()
  return (
    <DataTable
      label={words('examples')}
      rows={hits}
      rowKey={({ case: { id }, at, event }) => `${id} ${at} ${event ?? ''}`}
      columns={[
        { key: 'case', header: words('case'), priority: 1, render: (hit) => <CaseLink subject={hit.case} /> },
        { key: 'at', header: words('at'), render: ({ at }) => format.dateTime(at) },
        {
          key: 'because',
          header: words('because'),
          render: ({ event }) => (event === null ? words('kind_time') : runWords(`event_${event}`)),
        },
        {
          key: 'would',
          header: words('would'),
          render: (hit) => <HitDeeds hit={hit} />,
        },
      ]}
    />
  )
}

function HitDeeds({ hit: { actions, isRefused } }: { hit: DryRunHit }) {
  const words = useAutomationWords()
  if (isRefused) return <span className="desk-error">{words('refusedHit')}</span>
  if (actions.length === 0) return <span className="desk-quiet">{words('nothingNew')}</span>
  return <RunActions actions={actions} />
}
