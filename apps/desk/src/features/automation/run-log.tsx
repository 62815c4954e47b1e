import { Select } from '@mantine/core'
import { IconBan, IconCircleCheck, IconHandStop } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { RunOutcome, type AutomationRun } from '@timedesk/contracts/automation-runs'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'

import { ListFace } from '../../shared/lists/list-face.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { useRunRefusal } from '../../shared/runs/use-run-refusal.ts'
import { useRunWords } from '../../shared/runs/use-run-words.ts'
import { CaseLink } from './case-link.tsx'
import { automationQueries } from './queries.ts'
import { RunActions } from './run-actions.tsx'
import { useAutomationWords } from './use-automation-words.ts'

const ICONS = { done: IconCircleCheck, refused: IconBan, stopped: IconHandStop } as const

/** Every time a rule fitted: on which case, why, and what it did or why not. */
export function RunLog({ ruleId }: { ruleId: string }) {
  const words = useAutomationWords()
  const runWords = useRunWords()
  const [outcome, setOutcome] = useState<RunOutcome>()
  const runs = useInfiniteQuery(automationQueries.runs(ruleId, outcome))
  return (
    <Panel
      title={words('log')}
      actions={
        <Select
          size="xs"
          aria-label={words('outcome')}
          placeholder={words('anyOutcome')}
          clearable
          clearButtonProps={{ 'aria-label': words('anyOutcome') }}
          data={RunOutcome.options.map((one) => ({ value: one, label: runWords(one) }))}
          value={outcome ?? null}
          onChange={(value) => setOutcome(RunOutcome.options.find((one) => one === value))}
        />
      }
    >
      <ListFace query={runs} empty={<p className="desk-quiet">{words('logEmpty')}</p>}>
        {(rows) => <RunTable runs={rows} />}
      </ListFace>
    </Panel>
  )
}

function RunTable({ runs }: { runs: readonly AutomationRun[] }) {
  const words = useAutomationWords()
  const format = useFormat()
  return (
    <DataTable
      label={words('log')}
      rows={runs}
      rowKey={({ id }) => id}
      columns={[
        { key: 'case', header: words('case'), priority: 1, render: (run) => <CaseLink subject={run.case} /> },
        { key: 'at', header: words('at'), render: ({ at }) => format.dateTime(at) },
        { key: 'because', header: words('because'), render: (run) => <RunCause run={run} /> },
        { key: 'outcome', header: words('outcome'), render: ({ outcome }) => <Outcome outcome={outcome} /> },
        { key: 'did', header: words('did'), render: (run) => <RunDeeds run={run} /> },
      ]}
    />
  )
}

function RunCause({ run: { cause, depth } }: { run: AutomationRun }) {
  const words = useRunWords()
  const before = depth - 1
  return (
    <span className="desk-stack">
      {cause.event !== null && words(`event_${cause.event}`)}
      {cause.since !== null && words(`since_${cause.since}`)}
      {before > 0 && <span className="desk-quiet desk-small">{words('chain', { count: before })}</span>}
    </span>
  )
}

function Outcome({ outcome }: { outcome: RunOutcome }) {
  const words = useRunWords()
  const Icon = ICONS[outcome]
  return (
    <span className="desk-run-outcome" data-outcome={outcome}>
      <Icon size={15} stroke={1.8} aria-hidden="true" />
      {words(outcome)}
    </span>
  )
}

function RunDeeds({ run: { actions, refusal } }: { run: AutomationRun }) {
  const wordRefusal = useRunRefusal()
  return (
    <>
      <RunActions actions={actions} />
      {refusal !== null && <span className="desk-error">{wordRefusal(refusal)}</span>}
    </>
  )
}
