import { Anchor } from '@mantine/core'
import type { Project } from '@timedesk/contracts/projects'
import { DataTable, type DataColumn } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'
import { Link } from 'react-router'

import { Mark } from '../../shared/lists/mark.tsx'
import { useListWords } from '../../shared/lists/use-list-words.ts'
import { paths } from '../../shared/paths.ts'
import { useMay } from '../../shared/session/use-me.ts'
import { ProjectDialog } from './project-dialog.tsx'
import { ProjectRowButtons } from './project-row-buttons.tsx'
import { TaskDialog } from './task-dialog.tsx'
import { useProjectWords } from './use-project-words.ts'

/** Projects with what their support has cost; `withCustomer` tells whose they are. */
export function ProjectTable({ projects, withCustomer }: { projects: readonly Project[]; withCustomer: boolean }) {
  const words = useProjectWords()
  const listWords = useListWords()
  const format = useFormat()
  const mayWrite = useMay()('project:write')
  const [editedId, setEditedId] = useState<string | null>(null)
  const [tasksId, setTasksId] = useState<string | null>(null)
  const withTasks = projects.find(({ id }) => id === tasksId)
  const edited = projects.find(({ id }) => id === editedId)
  const customerColumn: DataColumn<Project> = {
    key: 'customer',
    header: words('customer'),
    render: ({ customer }) => (
      <Anchor component={Link} to={paths.customer(customer.id)}>
        {customer.name}
      </Anchor>
    ),
  }
  const day = (text: string | null) => (text === null ? '' : format.workDate(text))
  const columns: DataColumn<Project>[] = [
    {
      key: 'name',
      header: words('name'),
      priority: 1,
      render: ({ number, name, isActive }) => (
        <span>
          #{number} {name}
          {!isActive && <Mark>{listWords('inactiveMark')}</Mark>}
        </span>
      ),
    },
    ...(withCustomer ? [customerColumn] : []),
    { key: 'owner', header: words('owner'), priority: 3, render: ({ owner }) => owner?.name ?? '—' },
    {
      key: 'period',
      header: words('period'),
      priority: 3,
      render: ({ startsOn, endsOn }) =>
        startsOn === null && endsOn === null ? '—' : `${day(startsOn)} – ${day(endsOn)}`,
    },
    { key: 'cases', header: words('activeCases'), align: 'end', render: (row) => row.activeCases },
    { key: 'minutes', header: words('minutes'), align: 'end', render: (row) => format.minutes(row.minutes) },
  ]

  return (
    <>
      <DataTable
        label={words('title')}
        rows={projects}
        rowKey={(row) => row.id}
        isQuiet={(row) => !row.isActive}
        columns={columns}
        {...(mayWrite && {
          rowActions: (row: Project) => (
            <ProjectRowButtons project={row} onEdit={() => setEditedId(row.id)} onTasks={() => setTasksId(row.id)} />
          ),
        })}
      />
      {withTasks !== undefined && <TaskDialog project={withTasks} onClose={() => setTasksId(null)} />}
      {edited !== undefined && (
        <ProjectDialog project={edited} customer={edited.customer} onClose={() => setEditedId(null)} />
      )}
    </>
  )
}
