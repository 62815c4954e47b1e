import { NumberInput, Switch, TextInput } from '@mantine/core'
import type { CaseType } from '@timedesk/contracts/case-settings'

import { FieldRow } from '../../shared/forms/field-row.tsx'
import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { EmployeePicker } from '../../shared/pickers/search-pickers.tsx'
import { CaseTypePicker, DepartmentPicker } from '../../shared/pickers/setting-pickers.tsx'
import { draftOfCaseType, emptyCaseType, useSaveCaseType, type CaseTypeDraft } from './use-save-case-type.ts'
import { useSettingsWords } from './use-settings-words.ts'

/** Creates a case type, or edits the given one, with its default dispatch. */
export function CaseTypeDialog({ type, onClose }: { type: CaseType | null; onClose: () => void }) {
  const words = useSettingsWords()
  const save = useSaveCaseType(type)
  const form = useDraftForm<CaseTypeDraft>(type === null ? emptyCaseType : draftOfCaseType(type), save.error)
  const { draft, changes, set, errorOf } = form

  return (
    <FormDialog
      title={type === null ? words('createType') : words('editThing', { name: type.name })}
      state={save}
      names={form.names}
      isDisabled={!form.isChanged}
      onClose={onClose}
      onSubmit={() => save.mutate({ draft, changes }, { onSuccess: onClose })}
    >
      <TextInput label={words('name')} required data-autofocus autoComplete="off" {...form.text('name')} />
      <CaseTypePicker
        label={words('parent')}
        description={words('parentHint')}
        withoutBranch={type?.id}
        value={draft.parentId}
        error={errorOf('parentId')}
        onChange={(parentId) => set({ parentId })}
      />
      <FieldRow>
        <DepartmentPicker
          label={words('department')}
          description={words('departmentHint')}
          value={draft.departmentId}
          error={errorOf('departmentId')}
          onChange={(departmentId) => set({ departmentId })}
        />
        <EmployeePicker
          label={words('responsible')}
          description={words('departmentHint')}
          value={draft.responsibleId}
          error={errorOf('responsibleId')}
          onChange={(responsibleId) => set({ responsibleId })}
        />
      </FieldRow>
      <NumberInput
        label={words('position')}
        description={words('positionHint')}
        min={0}
        max={10_000}
        allowDecimal={false}
        value={draft.position}
        error={errorOf('position')}
        onChange={(position) => set({ position: Number(position) })}
      />
      {type !== null && <Switch label={words('isActive')} {...form.check('isActive')} />}
    </FormDialog>
  )
}
