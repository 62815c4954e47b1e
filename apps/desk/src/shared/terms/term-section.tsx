import { NumberInput, Select, Switch } from '@mantine/core'

import { FieldRow } from '../forms/field-row.tsx'
import type { DraftForm } from '../forms/use-draft-form.tsx'
import { FormSection } from './form-section.tsx'
import type { TermsDraft } from './terms-draft.ts'
import { useTermsWords } from './use-terms-words.ts'

const TERM_MONTHS_MAX = 120
const NOTICE_DAYS_MAX = 730
const RENEWALS = ['none', 'automatic'] as const

/** For how long it binds, and how it ends. */
export function TermSection({ form }: { form: DraftForm<TermsDraft> }) {
  const words = useTermsWords()
  const { draft, set, errorOf, check, whole } = form
  return (
    <FormSection title={words('term')}>
      <FieldRow>
        <NumberInput
          label={words('termMonths')}
          description={words('termMonthsHint')}
          min={1}
          max={TERM_MONTHS_MAX}
          allowDecimal={false}
          value={draft.termMonths ?? ''}
          error={errorOf('termMonths')}
          onChange={(months) => set({ termMonths: months === '' ? null : Number(months) })}
        />
        <NumberInput label={words('noticeDays')} min={0} max={NOTICE_DAYS_MAX} {...whole('noticeDays')} />
        <Select
          label={words('renewal')}
          allowDeselect={false}
          data={RENEWALS.map((renewal) => ({ value: renewal, label: words(`renewal_${renewal}`) }))}
          value={draft.renewal}
          error={errorOf('renewal')}
          onChange={(renewal) => set({ renewal: renewal === 'automatic' ? renewal : 'none' })}
        />
      </FieldRow>
      {draft.settlement === 'subscription' && <Switch label={words('creditsUnused')} {...check('creditsUnused')} />}
    </FormSection>
  )
}
