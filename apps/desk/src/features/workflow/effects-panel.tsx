import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { WorkflowPreview } from '@timedesk/contracts/workflows'
import { StatusPill } from '@timedesk/ui/status-pill'

import { QueryFace } from '../../shared/lists/query-face.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { workflowQueries } from '../../shared/workflow/workflow-queries.ts'
import { CaseSample } from './case-sample.tsx'
import { compareDrafts } from './compare-drafts.ts'
import { DifferenceList } from './difference-list.tsx'
import { RemovedStatuses } from './removed-statuses.tsx'
import type { WorkflowDraft } from './stored-draft.ts'
import { useChangeWords } from './use-change-words.ts'
import { useBench } from './workflow-bench.ts'

const DELAY_MS = 300

type EffectsPanelProps = { workflowId: string | null; saved: WorkflowDraft }

/** What the draft changes, and which of today's cases it touches. */
export function EffectsPanel({ workflowId, saved }: EffectsPanelProps) {
  const words = useChangeWords()
  const { editor, fields, statuses } = useBench()
  const [definition] = useDebouncedValue(editor.draft.definition, DELAY_MS)
  const preview = useQuery(workflowQueries.preview(workflowId, definition))
  return (
    <>
      <Text size="sm" c="var(--td-ink-quiet)" mb="md">
        {words('effectsText')}
      </Text>
      <Panel title={words('changes')}>
        <DifferenceList differences={compareDrafts(saved, editor.draft)} statuses={statuses} fields={fields} />
      </Panel>
      <Panel title={words('cases')}>
        <QueryFace query={preview} rows={3}>
          {(found) => <TouchedCases preview={found} />}
        </QueryFace>
      </Panel>
    </>
  )
}

function TouchedCases({ preview }: { preview: WorkflowPreview }) {
  const words = useChangeWords()
  const { cases, removed, stuck } = preview
  return (
    <div className="desk-effects">
      <p>{words('casesText', { count: cases })}</p>
      {removed.length > 0 && (
        <section>
          <h3>{words('removedTitle')}</h3>
          <RemovedStatuses removed={removed} />
        </section>
      )}
      {stuck.length > 0 && (
        <section>
          <h3>{words('stuckTitle')}</h3>
          <p className="desk-error">{words('stuckText')}</p>
          <ul className="desk-effects-list">
            {stuck.map(({ status, cases: count, sample }) => (
              <li key={status.id}>
                <StatusPill category={status.category} label={status.name} color={status.color} />{' '}
                <strong>{count}</strong>
                <CaseSample sample={sample} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {removed.length === 0 && stuck.length === 0 && <p className="desk-quiet">{words('allWell')}</p>}
    </div>
  )
}
