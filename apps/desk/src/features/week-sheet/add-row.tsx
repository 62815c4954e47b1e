import { Button, Select } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCopy, IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { addDays } from '@timedesk/domain/calendar/days'
import type { Reference } from '@timedesk/contracts/primitives'
import type { WeekSheet } from '@timedesk/contracts/week-sheets'
import { useState } from 'react'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { usableOptions } from '../../shared/settings/usable-options.ts'
import { SubjectPicker } from '../../shared/time/subject-picker.tsx'
import { TaskSelect } from '../../shared/time/task-select.tsx'
import { activityOf, emptyTimeForm } from '../../shared/time/time-form.ts'
import type { TimeSubject } from '../../shared/time/time-subject.ts'
import { weekQueries } from './queries.ts'
import { useWeekWords } from './use-week-words.ts'
import { headOf, rowKey, type RowHead } from './week-rows.ts'

const DAYS_PER_WEEK = 7

type AddRowProps = {
  sheet: WeekSheet
  known: ReadonlySet<string>
  onAdd: (rows: readonly RowHead[]) => void
}

/** Finds what is worked on and gives it a row; or takes over the rows of the week before. */
export function AddRow({ sheet, known, onAdd }: AddRowProps) {
  const words = useWeekWords()
  const { data: types = [] } = useQuery(settingQueries.activityTypes())
  const [subject, setSubject] = useState<TimeSubject>(null)
  const [task, setTask] = useState<Reference | null>(null)
  const [activityTypeId, setActivityTypeId] = useState<string | null>(null)
  const activity = activityOf({ ...emptyTimeForm, activityTypeId }, types)
  const copy = useCopyRows(sheet, known, onAdd)
  const choose = (chosen: TimeSubject) => {
    setSubject(chosen)
    setTask(null)
  }
  const add = () => {
    if (activity === undefined) return
    const key = rowKey(subject, task?.id ?? null, activity.id)
    onAdd([
      {
        ...{ key, subject, task, customer: null },
        activity: { id: activity.id, name: activity.name },
        since: new Date().toISOString(),
      },
    ])
    choose(null)
  }

  return (
    <form
      className="desk-week-add"
      aria-label={words('addRow')}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <div className="desk-week-add-subject">
        <SubjectPicker label={words('rowSubject')} value={subject} onChange={choose} />
      </div>
      {subject?.kind === 'project' && (
        <TaskSelect label={words('task')} projectId={subject.id} value={task} onChange={setTask} />
      )}
      <Select
        label={words('activity')}
        data={usableOptions(types)}
        value={activity?.id ?? null}
        allowDeselect={false}
        onChange={setActivityTypeId}
      />
      <Button type="submit" variant="default" leftSection={<IconPlus size={16} />} disabled={activity === undefined}>
        {words('addRow')}
      </Button>
      <Button
        variant="subtle"
        leftSection={<IconCopy size={16} stroke={1.7} />}
        loading={copy.isPending}
        onClick={() => copy.mutate()}
      >
        {words('copyRows')}
      </Button>
    </form>
  )
}

function useCopyRows({ employee, monday }: WeekSheet, known: ReadonlySet<string>, onAdd: AddRowProps['onAdd']) {
  const words = useWeekWords()
  const tell = useTell()
  const queryClient = useQueryClient()
  const copyFrom = ({ entries }: WeekSheet) => {
    const since = new Date().toISOString()
    const heads = new Map(
      entries.filter(({ minutes }) => minutes > 0).map((entry) => [headOf(entry).key, { ...headOf(entry), since }]),
    )
    const rows = [...heads.values()].filter(({ key }) => !known.has(key))
    onAdd(rows)
    notifications.show({ message: words(rows.length === 0 ? 'nothingToCopy' : 'copied', { count: rows.length }) })
  }
  return useMutation({
    mutationFn: () => queryClient.query(weekQueries.sheet(employee.id, addDays(monday, -DAYS_PER_WEEK))),
    onSuccess: copyFrom,
    onError: tell('').onError,
  })
}
