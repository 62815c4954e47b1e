import { Anchor, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Workflow } from '@timedesk/contracts/workflows'
import { DataTable } from '@timedesk/ui/data-table'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { Mark } from '../../shared/lists/mark.tsx'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { useListWords } from '../../shared/lists/use-list-words.ts'
import { copyWorkflowPath, paths } from '../../shared/paths.ts'
import { workflowQueries } from '../../shared/workflow/workflow-queries.ts'
import { useWorkflowWords } from './use-workflow-words.ts'

/** The workflows with what moves by them. */
export function WorkflowList({ mayWrite }: { mayWrite: boolean }) {
  const words = useWorkflowWords()
  const listWords = useListWords()
  const format = useFormat()
  const workflows = useQuery(workflowQueries.list())
  const typesOf = ({ isDefault, types }: Workflow) => {
    const names = [...types.map(({ name }) => name), ...(isDefault ? [words('everyOther')] : [])]
    return names.length === 0 ? <span className="desk-quiet">{words('noType')}</span> : names.join(', ')
  }
  return (
    <QueryFace query={workflows} rows={3}>
      {(found) =>
        found.length === 0 ? (
          <EmptyState title={words('emptyTitle')}>{words('emptyText')}</EmptyState>
        ) : (
          <DataTable
            label={words('title')}
            rows={found}
            rowKey={({ id }) => id}
            isQuiet={({ isActive }) => !isActive}
            columns={[
              {
                ...{ key: 'name', header: words('name'), priority: 1 },
                render: ({ id, name, isDefault, isActive }) => (
                  <>
                    <Anchor component={Link} to={paths.workflow(id)}>
                      {name}
                    </Anchor>
                    {isDefault && <Mark kind="chosen">{words('default')}</Mark>}
                    {!isActive && <Mark>{listWords('inactiveMark')}</Mark>}
                  </>
                ),
              },
              { key: 'types', header: words('usedBy'), render: typesOf },
              { key: 'cases', header: words('casesNow'), align: 'end', render: ({ cases }) => cases },
              {
                ...{ key: 'version', header: words('version') },
                render: ({ version, savedByName, savedAt }) => (
                  <span className="desk-stack">
                    {version}
                    <span className="desk-quiet desk-small">
                      {savedByName}, {format.dateTime(savedAt)}
                    </span>
                  </span>
                ),
              },
            ]}
            {...(mayWrite && { rowActions: (row: Workflow) => <CopyButton workflow={row} /> })}
          />
        )
      }
    </QueryFace>
  )
}

function CopyButton({ workflow: { id, name } }: { workflow: Workflow }) {
  const words = useWorkflowWords()
  return (
    <Button
      component={Link}
      to={copyWorkflowPath(id)}
      size="compact-xs"
      variant="default"
      aria-label={words('copyThing', { name })}
    >
      {words('copy')}
    </Button>
  )
}
