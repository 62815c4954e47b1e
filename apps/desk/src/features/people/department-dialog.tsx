import { TextInput } from '@mantine/core'
import type { Department } from '@timedesk/contracts/staff'

import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { DepartmentPicker } from '../../shared/pickers/setting-pickers.tsx'
import { useCreateDepartment, useUpdateDepartment, type DepartmentDraft } from './use-save-department.ts'
import { usePeopleWords } from './use-people-words.ts'

/** Creates a department, or renames and moves the given one. */
export function DepartmentDialog({ department, onClose }: { department: Department | null; onClose: () => void }) {
  const words = usePeopleWords()
  const creation = useCreateDepartment()
  const update = useUpdateDepartment()
  const state = department === null ? creation : update
  const latest: DepartmentDraft = { name: department?.name ?? '', parentId: department?.parent?.id ?? null }
  const form = useDraftForm<DepartmentDraft>(latest, state.error)
  const submit = () => {
    if (department === null) creation.mutate(form.draft, { onSuccess: onClose })
    else update.mutate({ department, body: form.changes }, { onSuccess: onClose })
  }

  return (
    <FormDialog
      title={department === null ? words('createDepartment') : words('editTitle', { name: department.name })}
      size="md"
      state={state}
      names={form.names}
      isDisabled={!form.isChanged}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput label={words('name')} required data-autofocus autoComplete="off" {...form.text('name')} />
      <DepartmentPicker
        label={words('below')}
        description={words('belowHint')}
        withoutBranch={department?.id}
        value={form.draft.parentId}
        error={form.errorOf('parentId')}
        onChange={(parentId) => form.set({ parentId })}
      />
    </FormDialog>
  )
}
