import { Alert, Button, Select } from '@mantine/core'
import { REHEARSAL_DAYS_MAX } from '@timedesk/contracts/limits'
import { useState } from 'react'

import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { DryRunResult } from './dry-run-result.tsx'
import { isComplete, wireRule, type RuleForm } from './rule-draft.ts'
import { useAutomationWords } from './use-automation-words.ts'
import { useDryRun } from './use-save-rule.ts'

const DAYS = [30, 60, REHEARSAL_DAYS_MAX]

/** Tries a rule that is being written on what has happened. */
export function DryRunPanel({ draft }: { draft: RuleForm }) {
  const words = useAutomationWords()
  const dryRun = useDryRun()
  const [days, setDays] = useState(DAYS[0] ?? REHEARSAL_DAYS_MAX)
  const body = { days, rule: wireRule(draft) }
  const { data, variables } = dryRun
  const isStale = data !== undefined && JSON.stringify(body) !== JSON.stringify(variables)
  const isReady = isComplete(draft)
  return (
    <Panel title={words('dryRun')}>
      <div className="desk-dry-run" aria-busy={dryRun.isPending}>
        <p className="desk-quiet">{words('dryRunHint')}</p>
        <div className="desk-dry-run-start">
          <Select
            label={words('days')}
            allowDeselect={false}
            data={DAYS.map((count) => ({ value: String(count), label: words('lastDays', { count }) }))}
            value={String(days)}
            onChange={(value) => {
              setDays(Number(value))
            }}
          />
          <Button
            variant="default"
            loading={dryRun.isPending}
            disabled={!isReady}
            onClick={() => {
              dryRun.mutate(body)
            }}
          >
            {words(data === undefined ? 'run' : 'runAgain')}
          </Button>
          {!isReady && <span className="desk-quiet desk-small">{words('incomplete')}</span>}
        </div>
        <FormProblem error={dryRun.error} names={[]} />
        {isStale && <Alert color="yellow">{words('stale')}</Alert>}
        {data !== undefined && <DryRunResult dryRun={data} />}
      </div>
    </Panel>
  )
}
