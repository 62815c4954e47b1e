import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { WorkflowVersion } from '@timedesk/contracts/workflows'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useFormat } from '@timedesk/ui/format'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { Mark } from '../../shared/lists/mark.tsx'
import { workflowQueries } from '../../shared/workflow/workflow-queries.ts'
import { compareDrafts } from './compare-drafts.ts'
import { DifferenceList } from './difference-list.tsx'
import { useChangeWords } from './use-change-words.ts'
import { useWorkflowWords } from './use-workflow-words.ts'
import { useBench } from './workflow-bench.ts'

type VersionsPanelProps = { workflowId: string; onRestored: () => void }

/** Every version with who saved it, why, and what it changed; an old one can become the draft again. */
export function VersionsPanel({ workflowId, onRestored }: VersionsPanelProps) {
  const words = useChangeWords()
  const versions = useInfiniteQuery(workflowQueries.versions(workflowId))
  return (
    <ListFace
      query={versions}
      empty={<EmptyState title={words('versionsEmpty')}>{words('versionsEmptyText')}</EmptyState>}
    >
      {(rows) => (
        <ol className="desk-versions">
          {rows.map((version, index) => (
            <VersionItem
              key={version.number}
              version={version}
              before={rows[index + 1]}
              isInForce={index === 0}
              onRestored={onRestored}
            />
          ))}
        </ol>
      )}
    </ListFace>
  )
}

type VersionItemProps = {
  version: WorkflowVersion
  before: WorkflowVersion | undefined
  isInForce: boolean
  onRestored: () => void
}

function VersionItem({ version, before, isInForce, onRestored }: VersionItemProps) {
  const words = useChangeWords()
  const workflowWords = useWorkflowWords()
  const format = useFormat()
  const tell = useTell()
  const { editor, fields, mayWrite } = useBench()
  const { number, name, definition, comment, savedAt, savedByName } = version
  const restore = () => {
    editor.change({ name, definition, moves: [] })
    tell(words('restored', { version: number })).onSuccess()
    onRestored()
  }
  return (
    <li>
      <div className="desk-version-head">
        <div>
          <strong>
            {workflowWords('version')} {number}
          </strong>
          {isInForce && <Mark kind="chosen">{words('inForce')}</Mark>}
          <div className="desk-quiet desk-small">
            {savedByName}, {format.dateTime(savedAt)}
          </div>
        </div>
        {mayWrite && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={words('restoreThing', { version: number })}
            onClick={restore}
          >
            {words('restore')}
          </Button>
        )}
      </div>
      <p>{comment === '' ? <span className="desk-quiet">{words('noComment')}</span> : comment}</p>
      {before === undefined ? (
        number === 1 && <p className="desk-quiet desk-small">{words('first')}</p>
      ) : (
        <details open={isInForce}>
          <summary>{words('showChanges')}</summary>
          <DifferenceList
            differences={compareDrafts(before, version)}
            statuses={[...version.statuses, ...before.statuses]}
            fields={fields}
          />
        </details>
      )}
    </li>
  )
}
