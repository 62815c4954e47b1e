import { NumberInput } from '@mantine/core'
import type { Priority } from '@timedesk/contracts/case-settings'

import { FieldRow } from '../../shared/forms/field-row.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { NameField, SettingDialog } from '../../shared/settings/setting-dialog.tsx'
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
    <SettingDialog
      edited={priority}
      createTitle={words('createPriority')}
      size="md"
      state={state}
      form={form}
      onClose={onClose}
      onSubmit={submit}
    >
      <FieldRow>
        <NameField form={form} />
        <NumberInput
          label={words('level')}
          description={words('prioritiesText')}
          min={1}
          max={LEVEL_MAX}
          {...form.whole('level')}
        />
      </FieldRow>
    </SettingDialog>
  )
}
