import { NumberInput, Switch, TextInput } from '@mantine/core'
import type { ActivityType } from '@timedesk/contracts/settings'

import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { useSaveActivityType, type ActivityTypeDraft } from './use-save-activity-type.ts'
import { useSettingsWords } from './use-settings-words.ts'

/** Creates an activity type, or edits the given one. */
export function ActivityTypeDialog({ type, onClose }: { type: ActivityType | null; onClose: () => void }) {
  const words = useSettingsWords()
  const save = useSaveActivityType(type)
  const { name, isBillable, position, isActive } = type ?? { name: '', isBillable: true, position: 0, isActive: true }
  const form = useDraftForm<ActivityTypeDraft>({ name, isBillable, position, isActive }, save.error)
  const { draft, changes } = form

  return (
    <FormDialog
      title={type === null ? words('createActivity') : words('editThing', { name: type.name })}
      size="md"
      state={save}
      names={form.names}
      isDisabled={!form.isChanged}
      onClose={onClose}
      onSubmit={() => save.mutate({ draft, changes }, { onSuccess: onClose })}
    >
      <TextInput label={words('name')} required data-autofocus autoComplete="off" {...form.text('name')} />
      <Switch label={words('isBillable')} {...form.check('isBillable')} />
      <NumberInput
        label={words('position')}
        description={words('positionHint')}
        min={0}
        max={10_000}
        allowDecimal={false}
        value={draft.position}
        error={form.errorOf('position')}
        onChange={(chosen) => form.set({ position: Number(chosen) })}
      />
      {type !== null && <Switch label={words('isActive')} {...form.check('isActive')} />}
    </FormDialog>
  )
}
