import { Checkbox, MultiSelect, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { NOTIFIED_MAX } from '@timedesk/contracts/limits'

import { FieldRow } from '../forms/field-row.tsx'
import { PeopleField } from '../pickers/people-field.tsx'
import { settingQueries } from '../settings/setting-queries.ts'
import { usableOptions } from '../settings/usable-options.ts'
import { sharedTextQueries } from '../texts/shared-text-queries.ts'
import { TemplateField } from '../texts/template-field.tsx'
import type { InputsProps } from './change-inputs.tsx'
import { useActionProblem } from './use-action-problem.ts'
import { useActionWords } from './use-action-words.ts'

export function NoteInputs({ action, error, onChange }: InputsProps<'note'>) {
  const words = useActionWords()
  const problemOf = useActionProblem(error)
  return (
    <TemplateField
      label={words('note')}
      description={words('noteHint')}
      value={action.body}
      error={problemOf('body')}
      onChange={(body) => onChange({ ...action, body })}
    />
  )
}

export function ReplyInputs({ action, error, onChange }: InputsProps<'reply'>) {
  const words = useActionWords()
  const problemOf = useActionProblem(error)
  const { data: texts = [] } = useQuery(sharedTextQueries.usable())
  return (
    <Select
      label={words('cannedText')}
      description={words('cannedTextHint')}
      searchable
      allowDeselect={false}
      data={usableOptions(texts, action.cannedTextId)}
      value={action.cannedTextId}
      error={problemOf('cannedTextId', action.cannedTextId === null)}
      onChange={(cannedTextId) => onChange({ ...action, cannedTextId })}
    />
  )
}

/** Who hears of the case. */
export function NotifyInputs({ action, error, onChange }: InputsProps<'notify'>) {
  const words = useActionWords()
  const problemOf = useActionProblem(error)
  const { data: departments = [] } = useQuery(settingQueries.departments())
  return (
    <>
      <FieldRow>
        <Checkbox
          label={words('tellResponsible')}
          checked={action.tellsResponsible}
          error={problemOf('responsible')}
          onChange={(event) => onChange({ ...action, tellsResponsible: event.currentTarget.checked })}
        />
        <Checkbox
          label={words('tellLeads')}
          checked={action.tellsLeads}
          onChange={(event) => onChange({ ...action, tellsLeads: event.currentTarget.checked })}
        />
      </FieldRow>
      <FieldRow>
        <MultiSelect
          label={words('tellDepartments')}
          maxValues={NOTIFIED_MAX}
          data={usableOptions(departments)}
          value={[...action.departmentIds]}
          error={problemOf('departmentIds')}
          onChange={(departmentIds) => onChange({ ...action, departmentIds })}
        />
        <PeopleField
          label={words('tellPeople')}
          people={action.people}
          error={problemOf('employeeIds')}
          onChange={(people) => onChange({ ...action, people })}
        />
      </FieldRow>
    </>
  )
}
