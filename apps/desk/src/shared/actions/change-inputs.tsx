import { Select, TagsInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ESTIMATE_MINUTES_MAX, TAGS_MAX } from '@timedesk/contracts/limits'
import { MinutesInput } from '@timedesk/ui/minutes-input'
import { useStatusName } from '@timedesk/ui/status-pill'

import { FieldRow } from '../forms/field-row.tsx'
import { EmployeePicker } from '../pickers/search-pickers.tsx'
import { CaseTypePicker, DepartmentPicker, PriorityPicker } from '../pickers/setting-pickers.tsx'
import { settingQueries } from '../settings/setting-queries.ts'
import { usableOptions } from '../settings/usable-options.ts'
import { templateQueries } from '../templates/template-queries.ts'
import type { ActionKind, ActionOf } from './action-draft.ts'
import { useActionProblem } from './use-action-problem.ts'
import { useActionWords } from './use-action-words.ts'

export type InputsProps<Kind extends ActionKind> = {
  action: ActionOf<Kind>
  /** A refusal whose pointers begin at the action. */
  error: unknown
  onChange: (action: ActionOf<Kind>) => void
}

/** The status to move to, with what its move may ask for. */
export function StatusInputs({ action, error, onChange }: InputsProps<'status'>) {
  const words = useActionWords()
  const problemOf = useActionProblem(error)
  const statusName = useStatusName()
  const { data: statuses = [] } = useQuery(settingQueries.statuses())
  const named = statuses.map((status) => ({ ...status, name: statusName(status) }))
  return (
    <>
      <Select
        label={words('status')}
        searchable
        allowDeselect={false}
        data={usableOptions(named, action.statusId)}
        value={action.statusId}
        error={problemOf('statusId', action.statusId === null)}
        onChange={(statusId) => onChange({ ...action, statusId })}
      />
      <FieldRow>
        <TextInput
          label={words('reason')}
          value={action.reason}
          error={problemOf('reason')}
          onChange={(event) => onChange({ ...action, reason: event.currentTarget.value })}
        />
        <TextInput
          label={words('resolution')}
          value={action.resolution}
          error={problemOf('resolution')}
          onChange={(event) => onChange({ ...action, resolution: event.currentTarget.value })}
        />
      </FieldRow>
    </>
  )
}

export function PriorityInputs({ action, error, onChange }: InputsProps<'priority'>) {
  const words = useActionWords()
  const problemOf = useActionProblem(error)
  return (
    <PriorityPicker
      label={words('priority')}
      clearable={false}
      value={action.priorityId}
      error={problemOf('priorityId', action.priorityId === null)}
      onChange={(priorityId) => onChange({ ...action, priorityId })}
    />
  )
}

export function TypeInputs({ action, error, onChange }: InputsProps<'type'>) {
  const words = useActionWords()
  const problemOf = useActionProblem(error)
  return (
    <CaseTypePicker
      label={words('type')}
      clearable={false}
      value={action.typeId}
      error={problemOf('typeId', action.typeId === null)}
      onChange={(typeId) => onChange({ ...action, typeId })}
    />
  )
}

/** The department that gets the case, and one of its people or its queue. */
export function AssignmentInputs({ action, error, onChange }: InputsProps<'assignment'>) {
  const words = useActionWords()
  const problemOf = useActionProblem(error)
  const { departmentId, responsible } = action
  return (
    <FieldRow>
      <DepartmentPicker
        label={words('department')}
        clearable={false}
        value={departmentId}
        error={problemOf('departmentId', departmentId === null)}
        onChange={(chosen) => onChange({ ...action, departmentId: chosen, responsible: null })}
      />
      {departmentId !== null && (
        <EmployeePicker
          label={words('responsible')}
          placeholder={words('queue')}
          clearable
          departmentId={departmentId}
          value={responsible}
          error={problemOf('responsibleId')}
          onChange={(person) => onChange({ ...action, responsible: person })}
        />
      )}
    </FieldRow>
  )
}

export function TagsInputs({ action, error, onChange }: InputsProps<'tags'>) {
  const words = useActionWords()
  const problemOf = useActionProblem(error)
  const tags = (name: 'add' | 'remove') => ({
    placeholder: action[name].length === 0 ? words('tagsHint') : '',
    acceptValueOnBlur: true,
    maxTags: TAGS_MAX,
    value: [...action[name]],
    error: problemOf(name),
    onChange: (wanted: string[]) => onChange({ ...action, [name]: wanted }),
  })
  return (
    <FieldRow>
      <TagsInput label={words('addTags')} {...tags('add')} />
      <TagsInput label={words('removeTags')} {...tags('remove')} />
    </FieldRow>
  )
}

export function ChecklistInputs({ action, error, onChange }: InputsProps<'checklist'>) {
  const words = useActionWords()
  const problemOf = useActionProblem(error)
  const { data: templates = [] } = useQuery(templateQueries.checklists())
  return (
    <Select
      label={words('checklist')}
      allowDeselect={false}
      data={usableOptions(templates, action.templateId)}
      value={action.templateId}
      error={problemOf('templateId', action.templateId === null)}
      onChange={(templateId) => onChange({ ...action, templateId })}
    />
  )
}

export function EstimateInputs({ action, error, onChange }: InputsProps<'estimate'>) {
  const words = useActionWords()
  const problemOf = useActionProblem(error)
  return (
    <MinutesInput
      label={words('estimate')}
      description={words('estimateHint')}
      max={ESTIMATE_MINUTES_MAX}
      value={action.minutes}
      error={problemOf('minutes')}
      onChange={(minutes) => onChange({ ...action, minutes })}
    />
  )
}
