import { NumberInput, Select, Switch, TextInput } from '@mantine/core'
import { VatCategory, type ActivityType } from '@timedesk/contracts/settings'

import { AmountInput } from '../../shared/forms/amount-input.tsx'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { NameField, PositionField, SettingDialog } from '../../shared/settings/setting-dialog.tsx'
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
  const { draft, changes, set, errorOf, text, whole } = form

  return (
    <SettingDialog
      edited={type}
      createTitle={words('createActivity')}
      state={save}
      form={form}
      onClose={onClose}
      onSubmit={() => save.mutate({ draft, changes }, { onSuccess: onClose })}
    >
      <NameField form={form} />
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
        <AmountInput
          label={words('fixedRate')}
          description={words('fixedRateHint')}
          currency={company.currency}
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
          {...whole('minimumMinutes')}
        />
        <PositionField form={form} />
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
    </SettingDialog>
  )
}
