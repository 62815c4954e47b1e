import { Select } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { listProjectTasks } from '@timedesk/contracts/projects'
import type { Reference } from '@timedesk/contracts/primitives'
import type { ReactNode } from 'react'

import { client } from '../client.ts'
import { queryRoots } from '../query-roots.ts'
import { usableOptions } from '../settings/usable-options.ts'

export const projectTaskQueries = {
  /** Every task of a project, in their order. */
  of: (projectId: string) =>
    queryOptions({
      queryKey: [...queryRoots.projects, 'tasks', projectId],
      queryFn: async ({ signal }) =>
        (await client.call(listProjectTasks, { params: { projectId }, query: {}, signal })).data,
    }),
}

type TaskSelectProps = {
  label: string
  projectId: string
  value: Reference | null
  onChange: (task: Reference | null) => void
  error?: ReactNode
}

/** The tasks of a project that take time; nothing while it has none. */
export function TaskSelect({ projectId, value, onChange, ...props }: TaskSelectProps) {
  const { data: tasks = [] } = useQuery(projectTaskQueries.of(projectId))
  const options = usableOptions(tasks, value?.id)
  if (options.length === 0) return null
  return (
    <Select
      {...props}
      clearable
      searchable
      placeholder="—"
      data={options}
      value={value?.id ?? null}
      onChange={(id) => {
        const task = tasks.find((candidate) => candidate.id === id)
        onChange(task === undefined ? null : { id: task.id, name: task.name })
      }}
    />
  )
}
