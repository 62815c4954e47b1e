import { Select, Text, TextInput } from '@mantine/core'
import { StaffRole } from '@timedesk/contracts/access'
import type { Employee } from '@timedesk/contracts/staff'
import { useLanguage } from '@timedesk/ui/use-language'

import { LanguageSelect } from '../../shared/choices/language-select.tsx'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { DepartmentPicker } from '../../shared/pickers/setting-pickers.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { PriceClassField } from './price-class-field.tsx'
import { SkillsFields } from './skills-fields.tsx'
import {
  draftOfEmployee,
  useCreateEmployee,
  USUAL_MINUTES,
  useUpdateEmployee,
  type EmployeeDraft,
} from './use-save-employee.ts'
import { usePeopleWords } from './use-people-words.ts'
import { WorkingMinutesFields } from './working-minutes-fields.tsx'

const INITIALS_MAX = 6

/** Creates an employee, or edits the given one. */
export function EmployeeDialog({ employee, onClose }: { employee: Employee | null; onClose: () => void }) {
  const words = usePeopleWords()
  const me = useMe()
  const { language } = useLanguage()
  const creation = useCreateEmployee()
  const update = useUpdateEmployee()
  const state = employee === null ? creation : update
  const empty: EmployeeDraft = {
    ...{ name: '', initials: '', email: '', language },
    role: 'agent',
    departmentId: me.department.id,
    ...{ priceClassId: null, workingMinutes: USUAL_MINUTES, skills: [] },
  }
  const form = useDraftForm<EmployeeDraft>(employee === null ? empty : draftOfEmployee(employee), state.error)
  const { draft, set, errorOf, text } = form
  const submit = () => {
    if (employee === null) creation.mutate(draft, { onSuccess: onClose })
    else update.mutate({ employee, body: form.changes }, { onSuccess: onClose })
  }

  return (
    <FormDialog
      title={employee === null ? words('createTitle') : words('editTitle', { name: employee.name })}
      state={state}
      names={form.names}
      isDisabled={!form.isChanged}
      onClose={onClose}
      onSubmit={submit}
    >
      {employee === null && (
        <Text size="sm" c="var(--td-ink-quiet)">
          {words('createHint')}
        </Text>
      )}
      <FieldRow>
        <TextInput label={words('name')} required data-autofocus autoComplete="off" {...text('name')} />
        <TextInput
          label={words('initials')}
          required
          maxLength={INITIALS_MAX}
          autoComplete="off"
          {...text('initials')}
        />
      </FieldRow>
      <TextInput label={words('email')} type="email" required autoComplete="off" {...text('email')} />
      <Select
        label={words('role')}
        description={words(`roleHint_${draft.role}`)}
        error={errorOf('role')}
        allowDeselect={false}
        data={StaffRole.options.map((role) => ({ value: role, label: words(`role_${role}`) }))}
        value={draft.role}
        onChange={(role) => {
          if (role !== null) set({ role })
        }}
      />
      <FieldRow>
        <DepartmentPicker
          label={words('department')}
          required
          clearable={false}
          value={draft.departmentId}
          error={errorOf('departmentId')}
          onChange={(departmentId) => {
            if (departmentId !== null) set({ departmentId })
          }}
        />
        <LanguageSelect
          label={words('language')}
          value={draft.language}
          error={errorOf('language')}
          onChange={(chosen) => set({ language: chosen })}
        />
      </FieldRow>
      <PriceClassField
        value={draft.priceClassId}
        error={errorOf('priceClassId')}
        onChange={(priceClassId) => set({ priceClassId })}
      />
      <SkillsFields
        value={draft.skills}
        known={employee?.skills ?? []}
        error={errorOf('skills')}
        onChange={(skills) => set({ skills })}
      />
      <WorkingMinutesFields
        value={draft.workingMinutes}
        error={errorOf('workingMinutes')}
        onChange={(workingMinutes) => set({ workingMinutes })}
      />
    </FormDialog>
  )
}
