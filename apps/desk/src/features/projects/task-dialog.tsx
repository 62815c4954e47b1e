import { Button, Modal, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Project, ProjectTask } from '@timedesk/contracts/projects'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { useFormWords } from '../../shared/forms/use-form-words.ts'
import { Mark } from '../../shared/lists/mark.tsx'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { useListWords } from '../../shared/lists/use-list-words.ts'
import { projectTaskQueries } from '../../shared/time/task-select.tsx'
import './projects.css'
import { useCreateTask, useUpdateTask } from './use-save-task.ts'
import { useProjectWords } from './use-project-words.ts'

/** The tasks of a project, to be added, renamed and taken out of use. */
export function TaskDialog({ project, onClose }: { project: Project; onClose: () => void }) {
  const words = useProjectWords()
  const tasks = useQuery(projectTaskQueries.of(project.id))
  const next = Math.max(0, ...(tasks.data ?? []).map(({ position }) => position)) + 1
  return (
    <Modal opened onClose={onClose} title={words('tasksOf', { name: project.name })} size="lg">
      <Text size="sm" c="var(--td-ink-quiet)" mb="sm">
        {words('tasksText')}
      </Text>
      <QueryFace query={tasks} rows={3}>
        {(found) =>
          found.length === 0 ? (
            <Text size="sm">{words('tasksEmpty')}</Text>
          ) : (
            <TaskTable projectId={project.id} tasks={found} />
          )
        }
      </QueryFace>
      <NewTask projectId={project.id} position={next} />
    </Modal>
  )
}

function TaskTable({ projectId, tasks }: { projectId: string; tasks: readonly ProjectTask[] }) {
  const words = useProjectWords()
  const listWords = useListWords()
  const format = useFormat()
  const tell = useTell()
  const update = useUpdateTask(projectId)
  const [renamedId, setRenamedId] = useState<string | null>(null)
  const rowActions = (task: ProjectTask) => {
    const { id, name, isActive } = task
    const wanted = { task, body: { isActive: !isActive } }
    return (
      <span className="desk-row-buttons">
        <Button
          size="compact-xs"
          variant="default"
          aria-label={words('renameOf', { name })}
          onClick={() => setRenamedId(id)}
        >
          {words('rename')}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => update.mutate(wanted, tell(words(isActive ? 'deactivated' : 'reactivated', { name })))}
        >
          {words(isActive ? 'deactivate' : 'reactivate')}
        </Button>
      </span>
    )
  }
  return (
    <DataTable
      label={words('tasks')}
      rows={tasks}
      rowKey={({ id }) => id}
      isQuiet={({ isActive }) => !isActive}
      columns={[
        {
          key: 'name',
          header: words('task'),
          priority: 1,
          render: (task) =>
            task.id === renamedId ? (
              <RenameTask projectId={projectId} task={task} onDone={() => setRenamedId(null)} />
            ) : (
              <span>
                {task.name}
                {!task.isActive && <Mark>{listWords('inactiveMark')}</Mark>}
              </span>
            ),
        },
        { key: 'minutes', header: words('taskMinutes'), align: 'end', render: (row) => format.minutes(row.minutes) },
      ]}
      rowActions={rowActions}
    />
  )
}

type RenameTaskProps = { projectId: string; task: ProjectTask; onDone: () => void }

function RenameTask({ projectId, task, onDone }: RenameTaskProps) {
  const words = useProjectWords()
  const formWords = useFormWords()
  const update = useUpdateTask(projectId)
  const form = useDraftForm({ name: task.name }, update.error)
  return (
    <form
      className="desk-task-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (form.isChanged) update.mutate({ task, body: form.draft }, { onSuccess: onDone })
        else onDone()
      }}
    >
      <TextInput size="xs" aria-label={words('task')} data-autofocus autoFocus {...form.text('name')} />
      <Button type="submit" size="compact-sm" loading={update.isPending}>
        {words('save')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={onDone}>
        {formWords('cancel')}
      </Button>
      <FormProblem error={update.error} names={form.names} />
    </form>
  )
}

function NewTask({ projectId, position }: { projectId: string; position: number }) {
  const words = useProjectWords()
  const creation = useCreateTask(projectId)
  const form = useDraftForm({ name: '' }, creation.error)
  return (
    <form
      className="desk-task-form"
      onSubmit={(event) => {
        event.preventDefault()
        const body = { name: form.draft.name.trim(), position }
        creation.mutate(body, { onSuccess: () => form.set({ name: '' }) })
      }}
    >
      <TextInput label={words('newTask')} autoComplete="off" {...form.text('name')} />
      <Button type="submit" loading={creation.isPending} disabled={form.draft.name.trim() === ''}>
        {words('addTask')}
      </Button>
      <FormProblem error={creation.error} names={form.names} />
    </form>
  )
}
