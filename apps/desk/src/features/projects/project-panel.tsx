import { Button, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Reference } from '@timedesk/contracts/primitives'
import { useState } from 'react'

import { ListFace } from '../../shared/lists/list-face.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { useMay } from '../../shared/session/use-me.ts'
import { ProjectTable } from './project-table.tsx'
import { ProjectDialog } from './project-dialog.tsx'
import { projectQueries } from './queries.ts'
import { useProjectWords } from './use-project-words.ts'

/** The projects of one customer. */
export function ProjectPanel({ customer }: { customer: Reference }) {
  const words = useProjectWords()
  const mayWrite = useMay()('project:write')
  const [isCreating, setIsCreating] = useState(false)
  const projects = useInfiniteQuery(projectQueries.list({ customerId: customer.id }))
  return (
    <Panel
      title={words('title')}
      actions={
        mayWrite && (
          <Button size="compact-sm" variant="default" onClick={() => setIsCreating(true)}>
            {words('new')}
          </Button>
        )
      }
    >
      <ListFace
        query={projects}
        empty={
          <Text size="sm" c="var(--td-ink-quiet)">
            {words('noneHere')}
          </Text>
        }
      >
        {(rows) => <ProjectTable projects={rows} withCustomer={false} />}
      </ListFace>
      {isCreating && <ProjectDialog project={null} customer={customer} onClose={() => setIsCreating(false)} />}
    </Panel>
  )
}
