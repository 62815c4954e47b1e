import { NumberInput, Select, Switch, TextInput } from '@mantine/core'
import { VatCategory, type ActivityType } from '@timedesk/contracts/settings'

import { FieldRow } from '../../shared/forms/field-row.tsx'
import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import {
  draftOfActivityType,
  emptyActivityType,
  useSaveActivityType,
  type ActivityTypeDraft,
} from './use-save-activity-type.ts'
import { useSettingsWords } from './use-settings-words.ts'

const MINIMUM_MINUTES_MAX = 480
const MINIMUM_STEP = 5

/** Creates an activity type, or edits the given one. */
export function ActivityTypeDialog({ type, onClose }: { type: ActivityType | null; onClose: () => void }) {
  const words = useSettingsWords()
  const { company } = useMe()
  const save = useSaveActivityType(type, company.currency)
  const latest = type === null ? emptyActivityType : draftOfActivityType(type)
  const form = useDraftForm<ActivityTypeDraft>(latest, save.error)
  const { draft, changes, set, errorOf, text } = form

  return (
    <FormDialog
      title={type === null ? words('createActivity') : words('editThing', { name: type.name })}
      state={save}
      names={form.names}
      isDisabled={!form.isChanged}
      onClose={onClose}
      onSubmit={() => save.mutate({ draft, changes }, { onSuccess: onClose })}
    >
      <TextInput label={words('name')} required data-autofocus autoComplete="off" {...text('name')} />
      <Switch label={words('isBillable')} {...form.check('isBillable')} />
      <FieldRow>
        <TextInput
          label={words('factor')}
          description={words('factorHint')}
          inputMode="decimal"
          autoComplete="off"
          leftSection="×"
          disabled={draft.fixedRate.trim() !== ''}
          {...text('factor')}
        />
        <TextInput
          label={words('fixedRate')}
          description={words('fixedRateHint')}
          inputMode="decimal"
          autoComplete="off"
          rightSectionWidth={56}
          rightSection={<span className="desk-quiet">{company.currency}</span>}
          {...text('fixedRate')}
        />
      </FieldRow>
      <FieldRow>
        <NumberInput
          label={words('minimumMinutes')}
          description={words('minimumMinutesHint')}
          min={0}
          max={MINIMUM_MINUTES_MAX}
          step={MINIMUM_STEP}
          allowDecimal={false}
          value={draft.minimumMinutes}
          error={errorOf('minimumMinutes')}
          onChange={(minutes) => set({ minimumMinutes: Number(minutes) })}
        />
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
      </FieldRow>
      <Select
        label={words('vatCategory')}
        allowDeselect={false}
        data={VatCategory.options.map((category) => ({ value: category, label: words(`vat_${category}`) }))}
        value={draft.vatCategory}
        error={errorOf('vatCategory')}
        onChange={(chosen) => {
          const vatCategory = VatCategory.options.find((category) => category === chosen)
          if (vatCategory !== undefined) set({ vatCategory })
        }}
      />
      {type !== null && <Switch label={words('isActive')} {...form.check('isActive')} />}
    </FormDialog>
  )
}
