import { Button, Group, Text } from '@mantine/core'
import type { Agreement } from '@timedesk/contracts/agreements'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { TermsPreview } from '../../shared/terms/preview/terms-preview.tsx'
import { useGround } from '../../shared/terms/preview/use-ground.ts'
import type { Bought } from '../../shared/terms/preview/examples.ts'
import { termsOf, type TermsDraft } from '../../shared/terms/terms-draft.ts'
import { BasicsSection } from './basics-section.tsx'
import { EditorForm } from './editor-form.tsx'
import { TermsSections } from './terms-sections.tsx'
import { useAgreementWords } from './use-agreement-words.ts'
import { useUpdateAgreement } from './use-save-agreement.ts'

/** Terms that change no price and no cover. */
const WORDS_ONLY: readonly (keyof TermsDraft)[] = [
  'heading',
  'terms',
  'ownerId',
  'poNumber',
  'thresholds',
  'noticeDays',
  'creditsUnused',
]

type EditAgreementFormProps = { agreement: Agreement; bought: Bought; onSaved: () => void }

/** Changes the terms of an agreement, and says what is priced anew by it. */
export function EditAgreementForm({ agreement, bought, onSaved }: EditAgreementFormProps) {
  const words = useAgreementWords()
  const tell = useTell()
  const update = useUpdateAgreement()
  const ground = useGround(agreement.customer.id)
  const form = useDraftForm(termsOf(agreement), update.error)
  const changed = Object.keys(form.changes) as (keyof TermsDraft)[]
  const rerates = changed.some((name) => !WORDS_ONLY.includes(name))
  const consequence = changed.length === 0 ? 'nothingChanged' : rerates ? 'rerates' : 'reratesNothing'

  return (
    <EditorForm
      isBusy={update.isPending}
      error={update.error}
      preview={<TermsPreview draft={form.draft} bought={bought} ground={ground} />}
      problem={<FormProblem error={update.error} names={form.names} />}
      onSubmit={() =>
        update.mutate(
          { agreement, changes: form.changes },
          {
            onSuccess: tell(words('saved', { name: form.draft.heading }), onSaved).onSuccess,
          },
        )
      }
      actions={
        <Group justify="flex-end">
          <Text size="sm" c="var(--td-ink-quiet)" role="status" flex={1}>
            {words(consequence)}
          </Text>
          <Button type="submit" disabled={!form.isChanged} loading={update.isPending}>
            {words('save')}
          </Button>
        </Group>
      }
    >
      <BasicsSection form={form} />
      <TermsSections form={form} currency={agreement.currency} customerId={agreement.customer.id} />
    </EditorForm>
  )
}
