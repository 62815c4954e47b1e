import { NumberInput, Switch, TextInput } from '@mantine/core'
import type { Priority } from '@timedesk/contracts/case-settings'

import { FieldRow } from '../../shared/forms/field-row.tsx'
import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { useCreatePriority, useUpdatePriority, type PriorityDraft } from './use-save-priority.ts'
import { useSettingsWords } from './use-settings-words.ts'

const LEVEL_MAX = 99

/** Creates a priority, or edits the given one. */
export function PriorityDialog({ priority, onClose }: { priority: Priority | null; onClose: () => void }) {
  const words = useSettingsWords()
  const creation = useCreatePriority()
  const update = useUpdatePriority()
  const state = priority === null ? creation : update
  const { name, level, isActive } = priority ?? { name: '', level: 1, isActive: true }
  const form = useDraftForm<PriorityDraft>({ name, level, isActive }, state.error)
  const submit = () => {
    if (priority === null) creation.mutate(form.draft, { onSuccess: onClose })
    else update.mutate({ priority, body: form.changes }, { onSuccess: onClose })
  }

  return (
    <FormDialog
      title={priority === null ? words('createPriority') : words('editThing', { name: priority.name })}
      size="md"
      state={state}
      names={form.names}
      isDisabled={!form.isChanged}
      onClose={onClose}
      onSubmit={submit}
    >
      <FieldRow>
        <TextInput label={words('name')} required data-autofocus autoComplete="off" {...form.text('name')} />
        <NumberInput
          label={words('level')}
          description={words('prioritiesText')}
          min={1}
          max={LEVEL_MAX}
          allowDecimal={false}
          value={form.draft.level}
          error={form.errorOf('level')}
          onChange={(chosen) => form.set({ level: Number(chosen) })}
        />
      </FieldRow>
      {priority !== null && <Switch label={words('isActive')} {...form.check('isActive')} />}
    </FormDialog>
  )
}
