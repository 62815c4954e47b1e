import { TagsInput, TextInput } from '@mantine/core'
import { OveragePolicy } from '@timedesk/contracts/rating'

import { useCoverWords } from '../cover/use-cover-words.ts'
import { FieldRow } from '../forms/field-row.tsx'
import { ChoiceCards } from './choice-cards.tsx'
import { FormSection } from './form-section.tsx'
import type { TermsSectionProps } from './price-section.tsx'
import { useTermsWords } from './use-terms-words.ts'

const THRESHOLDS_MAX = 10

type OverageSectionProps = TermsSectionProps & { withThresholds?: boolean }

/** What becomes of work that nothing prepaid is left for, and when to warn before. */
export function OverageSection({ form, currency, withThresholds = true }: OverageSectionProps) {
  const words = useTermsWords()
  const coverWords = useCoverWords()
  const { draft, set, errorOf, text } = form
  return (
    <FormSection title={words('overage')} text={words('overageText')}>
      <ChoiceCards
        label={words('overagePolicy')}
        value={draft.overagePolicy}
        error={errorOf('overagePolicy')}
        onChange={(overagePolicy) => set({ overagePolicy })}
        choices={OveragePolicy.options.map((policy) => ({
          value: policy,
          label: coverWords(`policy_${policy}`),
          text: coverWords(`policyText_${policy}`),
        }))}
      />
      <FieldRow>
        <TextInput
          label={`${words('overageRate')} (${currency})`}
          description={words('overageRateHint')}
          inputMode="decimal"
          autoComplete="off"
          {...text('overageRate')}
        />
        {withThresholds && (
          <TagsInput
            label={words('thresholds')}
            description={words('thresholdsHint')}
            inputMode="numeric"
            maxTags={THRESHOLDS_MAX}
            value={[...draft.thresholds]}
            error={errorOf('thresholds')}
            onChange={(thresholds) => set({ thresholds })}
          />
        )}
      </FieldRow>
    </FormSection>
  )
}
