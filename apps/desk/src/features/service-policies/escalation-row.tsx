import { ActionIcon, Checkbox, MultiSelect, NumberInput, Select } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { ClockKind } from '@timedesk/contracts/clock-kind'

import { FieldRow } from '../../shared/forms/field-row.tsx'
import { useFields } from '../../shared/forms/use-fields.tsx'
import { PeopleField } from '../../shared/pickers/people-field.tsx'
import { EmployeePicker } from '../../shared/pickers/search-pickers.tsx'
import { DepartmentPicker } from '../../shared/pickers/setting-pickers.tsx'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { usableOptions } from '../../shared/settings/usable-options.ts'
import type { EscalationDraft } from './policy-draft.ts'
import { usePolicyWords } from './use-policy-words.ts'

const SHARE_MAX = 500

type EscalationRowProps = {
  step: EscalationDraft
  number: number
  error: unknown
  onChange: (changes: Partial<EscalationDraft>) => void
  onRemove: () => void
}

/** At which share of a target who is told, and who gets the case then. */
export function EscalationRow({ step, number, error, onChange, onRemove }: EscalationRowProps) {
  const words = usePolicyWords()
  const { data: departments = [] } = useQuery(settingQueries.departments())
  const fields = useFields(step, onChange, error)
  const named = words('escalation', { number })
  return (
    <div className="desk-escalation" role="group" aria-label={named}>
      <FieldRow>
        <NumberInput label={words('share')} suffix=" %" min={1} max={SHARE_MAX} {...fields.whole('share')} />
        <Select
          label={words('clock')}
          placeholder={words('everyClock')}
          clearable
          data={ClockKind.options.map((clock) => ({ value: clock, label: words(`clock_${clock}`) }))}
          value={step.clock}
          onChange={(clock) => onChange({ clock: ClockKind.options.find((kind) => kind === clock) ?? null })}
        />
        <ActionIcon
          className="desk-escalation-remove"
          variant="subtle"
          color="gray"
          aria-label={words('removeEscalation', { number })}
          onClick={onRemove}
        >
          <IconTrash size={16} stroke={1.6} />
        </ActionIcon>
      </FieldRow>
      <FieldRow>
        <Checkbox
          label={words('tellResponsible')}
          checked={step.tellsResponsible}
          onChange={(event) => onChange({ tellsResponsible: event.currentTarget.checked })}
        />
        <Checkbox
          label={words('tellLeads')}
          checked={step.tellsLeads}
          onChange={(event) => onChange({ tellsLeads: event.currentTarget.checked })}
        />
      </FieldRow>
      <FieldRow>
        <MultiSelect
          label={words('tellDepartments')}
          data={usableOptions(departments)}
          value={[...step.departments]}
          onChange={(chosen) => onChange({ departments: chosen })}
        />
        <PeopleField label={words('tellPeople')} people={step.people} onChange={(people) => onChange({ people })} />
      </FieldRow>
      <FieldRow>
        <DepartmentPicker
          label={words('assignTo')}
          placeholder={words('stays')}
          clearable
          value={step.departmentId}
          onChange={(departmentId) => onChange({ departmentId, person: null })}
        />
        {step.departmentId !== null && (
          <EmployeePicker
            label={words('assignPerson')}
            placeholder={words('queue')}
            clearable
            departmentId={step.departmentId}
            value={step.person}
            onChange={(person) => onChange({ person })}
          />
        )}
      </FieldRow>
    </div>
  )
}
