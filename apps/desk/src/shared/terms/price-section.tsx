import { NumberInput, Select, Switch, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { RoundingScope } from '@timedesk/contracts/rating'

import { FieldRow } from '../forms/field-row.tsx'
import type { DraftForm } from '../forms/use-draft-form.tsx'
import { settingQueries } from '../settings/setting-queries.ts'
import { usableOptions } from '../settings/usable-options.ts'
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
  const { draft, set, errorOf, text, check, whole } = form
  const { data: rateCards = [] } = useQuery(settingQueries.rateCards())
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
          data={usableOptions(rateCards, draft.rateCardId)}
          value={draft.rateCardId}
          error={errorOf('rateCardId')}
          onChange={(rateCardId) => set({ rateCardId })}
        />
      </FieldRow>
      <FieldRow>
        <NumberInput label={words('increment')} min={1} max={INCREMENT_MAX} {...whole('incrementMinutes')} />
        <NumberInput label={words('minimum')} min={0} max={MINIMUM_MAX} {...whole('minimumMinutes')} />
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
