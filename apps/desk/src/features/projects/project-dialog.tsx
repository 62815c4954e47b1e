import { Textarea, TextInput } from '@mantine/core'
import type { Project } from '@timedesk/contracts/projects'
import type { Reference } from '@timedesk/contracts/primitives'

import { FieldRow } from '../../shared/forms/field-row.tsx'
import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { CustomerPicker, EmployeePicker } from '../../shared/pickers/search-pickers.tsx'
import { draftOfProject, useCreateProject, useUpdateProject, type ProjectDraft } from './use-save-project.ts'
import { useProjectWords } from './use-project-words.ts'

type ProjectDialogProps = {
  /** The project to edit; null creates one. */
  project: Project | null
  /** Whose the new project is; null asks. */
  customer: Reference | null
  onClose: () => void
}

/** Creates a project, or edits the given one. */
export function ProjectDialog({ project, customer, onClose }: ProjectDialogProps) {
  const words = useProjectWords()
  const creation = useCreateProject()
  const update = useUpdateProject()
  const state = project === null ? creation : update
  const empty = { customerId: customer, name: '', description: '', ownerId: null, startsOn: '', endsOn: '' }
  const form = useDraftForm<ProjectDraft>(project === null ? empty : draftOfProject(project), state.error)
  const { draft, set, errorOf, text } = form
  const submit = () => {
    const { customerId: _, ...changes } = form.changes
    if (project === null) creation.mutate(draft, { onSuccess: onClose })
    else update.mutate({ project, changes }, { onSuccess: onClose })
  }

  return (
    <FormDialog
      title={project === null ? words('createTitle') : words('editTitle', { name: project.name })}
      state={state}
      names={form.names}
      isDisabled={!form.isChanged || draft.customerId === null}
      onClose={onClose}
      onSubmit={submit}
    >
      {project === null && customer === null && (
        <CustomerPicker
          label={words('customer')}
          required
          value={draft.customerId}
          error={errorOf('customerId')}
          onChange={(customerId) => set({ customerId })}
        />
      )}
      <TextInput label={words('name')} required data-autofocus autoComplete="off" {...text('name')} />
      <Textarea label={words('description')} autosize minRows={3} {...text('description')} />
      <EmployeePicker
        label={words('owner')}
        value={draft.ownerId}
        error={errorOf('ownerId')}
        onChange={(ownerId) => set({ ownerId })}
      />
      <FieldRow>
        <TextInput label={words('startsOn')} type="date" {...text('startsOn')} />
        <TextInput label={words('endsOn')} type="date" {...text('endsOn')} />
      </FieldRow>
    </FormDialog>
  )
}
