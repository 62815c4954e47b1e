import { NumberInput, Select, Switch, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { RoundingScope } from '@timedesk/contracts/rating'

import { FieldRow } from '../forms/field-row.tsx'
import type { DraftForm } from '../forms/use-draft-form.tsx'
import { settingQueries } from '../settings/setting-queries.ts'
import { ChoiceCards } from './choice-cards.tsx'
import { FormSection } from './form-section.tsx'
import type { TermsDraft } from './terms-draft.ts'
import { useTermsWords } from './use-terms-words.ts'

const INCREMENT_MAX = 240
const MINIMUM_MAX = 480

export type TermsSectionProps = { form: DraftForm<TermsDraft>; currency: string }

/** What an hour costs, and how minutes become billable ones. */
export function PriceSection({ form, currency }: TermsSectionProps) {
  const words = useTermsWords()
  const { draft, set, errorOf, text, check } = form
  const { data: rateCards = [] } = useQuery(settingQueries.rateCards())
  const choices = rateCards.filter(({ id, isActive }) => isActive || id === draft.rateCardId)
  return (
    <FormSection title={words('price')}>
      <FieldRow>
        <TextInput
          label={`${words('rate')} (${currency})`}
          description={words('rateHint')}
          inputMode="decimal"
          autoComplete="off"
          {...text('ratePerHour')}
        />
        <Select
          label={words('rateCard')}
          description={words('rateCardHint')}
          placeholder={words('noRateCard')}
          clearable
          clearButtonProps={{ 'aria-label': words('noRateCard') }}
          data={choices.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.rateCardId}
          error={errorOf('rateCardId')}
          onChange={(rateCardId) => set({ rateCardId })}
        />
      </FieldRow>
      <FieldRow>
        <NumberInput
          label={words('increment')}
          min={1}
          max={INCREMENT_MAX}
          allowDecimal={false}
          value={draft.incrementMinutes}
          error={errorOf('incrementMinutes')}
          onChange={(minutes) => set({ incrementMinutes: Number(minutes) })}
        />
        <NumberInput
          label={words('minimum')}
          min={0}
          max={MINIMUM_MAX}
          allowDecimal={false}
          value={draft.minimumMinutes}
          error={errorOf('minimumMinutes')}
          onChange={(minutes) => set({ minimumMinutes: Number(minutes) })}
        />
      </FieldRow>
      <ChoiceCards
        label={words('roundingScope')}
        value={draft.roundingScope}
        error={errorOf('roundingScope')}
        onChange={(roundingScope) => set({ roundingScope })}
        choices={RoundingScope.options.map((scope) => ({
          value: scope,
          label: words(`scope_${scope}`),
          text: words(`scopeText_${scope}`),
        }))}
      />
      <Switch label={words('billable')} description={words('billableHint')} {...check('isBillable')} />
    </FormSection>
  )
}
