import { Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'

import { FieldRow } from '../../shared/forms/field-row.tsx'
import type { DraftForm } from '../../shared/forms/use-draft-form.tsx'
import { EmployeePicker } from '../../shared/pickers/search-pickers.tsx'
import { FormSection } from '../../shared/terms/form-section.tsx'
import type { TermsDraft } from '../../shared/terms/terms-draft.ts'
import { useTermsWords } from '../../shared/terms/use-terms-words.ts'

/** What it is called, from when to when, and who answers for it. `customer` picks whom it is with. */
export function BasicsSection({ form, customer }: { form: DraftForm<TermsDraft>; customer?: ReactNode }) {
  const words = useTermsWords()
  const { draft, set, errorOf, text } = form
  return (
    <FormSection title={words('basics')}>
      {customer}
      <TextInput
        label={words('heading')}
        description={words('headingHint')}
        required
        autoComplete="off"
        {...text('heading')}
      />
      <FieldRow>
        <TextInput label={words('validFrom')} type="date" required {...text('validFrom')} />
        <TextInput label={words('validTo')} type="date" description={words('validToHint')} {...text('validTo')} />
      </FieldRow>
      <FieldRow>
        <EmployeePicker
          label={words('owner')}
          value={draft.ownerId}
          error={errorOf('ownerId')}
          onChange={(ownerId) => set({ ownerId })}
        />
        <TextInput label={words('po')} description={words('poHint')} autoComplete="off" {...text('poNumber')} />
      </FieldRow>
      <Textarea label={words('terms')} description={words('termsHint')} autosize minRows={3} {...text('terms')} />
    </FormSection>
  )
}
