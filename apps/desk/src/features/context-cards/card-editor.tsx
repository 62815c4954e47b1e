import { MultiSelect, NumberInput, Switch, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { CARD_TIMEOUT_SECONDS_MAX } from '@timedesk/contracts/limits'

import { pathOptions } from '../../shared/conditions/path-options.ts'
import { DraftFormBody, type FormState } from '../../shared/forms/draft-form-body.tsx'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { FormSection } from '../../shared/terms/form-section.tsx'
import type { CardDraft } from './card-draft.ts'
import { useCardSettingWords } from './use-card-setting-words.ts'

type CardEditorProps = {
  latest: CardDraft
  isNew: boolean
  state: FormState
  onSubmit: (draft: CardDraft) => void
}

/** A card as a form: where it asks, for which cases, and how long it waits. */
export function CardEditor({ latest, isNew, state, onSubmit }: CardEditorProps) {
  const words = useCardSettingWords()
  const form = useDraftForm<CardDraft>(latest, state.error)
  const types = useQuery(settingQueries.caseTypes())
  const departments = useQuery(settingQueries.departments())
  const { draft, set, text, whole, check, errorOf } = form
  const choice = { searchable: true, clearable: true, hidePickedOptions: true }
  return (
    <DraftFormBody
      state={state}
      names={form.names}
      submitLabel={words('save')}
      isDisabled={!form.isChanged || draft.name.trim() === '' || draft.url.trim() === ''}
      onSubmit={() => onSubmit(draft)}
    >
      <FormSection title={words('where')} text={words('whereText')}>
        <TextInput
          label={words('name')}
          description={words('nameHint')}
          required
          autoComplete="off"
          data-autofocus={isNew}
          {...text('name')}
        />
        <TextInput
          label={words('url')}
          description={words('urlHint')}
          required
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          {...text('url')}
        />
        <FieldRow>
          <NumberInput
            label={words('timeout')}
            description={words('timeoutHint')}
            required
            min={1}
            max={CARD_TIMEOUT_SECONDS_MAX}
            {...whole('timeoutSeconds')}
          />
        </FieldRow>
        <Switch label={words('inUse')} {...check('isActive')} />
      </FormSection>
      <FormSection title={words('scope')} text={words('scopeText')}>
        <MultiSelect
          {...choice}
          label={words('types')}
          {...(draft.typeIds.length === 0 && { placeholder: words('anyType') })}
          data={pathOptions(types.data ?? [], draft.typeIds)}
          value={[...draft.typeIds]}
          error={errorOf('typeIds')}
          onChange={(typeIds) => set({ typeIds })}
        />
        <MultiSelect
          {...choice}
          label={words('departments')}
          {...(draft.departmentIds.length === 0 && { placeholder: words('anyDepartment') })}
          data={pathOptions(departments.data ?? [], draft.departmentIds)}
          value={[...draft.departmentIds]}
          error={errorOf('departmentIds')}
          onChange={(departmentIds) => set({ departmentIds })}
        />
      </FormSection>
    </DraftFormBody>
  )
}
