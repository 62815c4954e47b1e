import { Text } from '@mantine/core'
import type { Agreement } from '@timedesk/contracts/agreements'

import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { AgreementFields } from './agreement-fields.tsx'
import { draftOfAgreement, useUpdateAgreement, type AgreementDraft } from './use-save-agreement.ts'
import { useAgreementWords } from './use-agreement-words.ts'

/** Edits an agreement; time that is not invoiced yet is priced anew. */
export function EditAgreementDialog({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const words = useAgreementWords()
  const update = useUpdateAgreement()
  const form = useDraftForm<AgreementDraft>(draftOfAgreement(agreement), update.error)
  return (
    <FormDialog
      title={words('editTitle', { name: agreement.heading })}
      state={update}
      names={form.names}
      isDisabled={!form.isChanged}
      onClose={onClose}
      onSubmit={() => update.mutate({ agreement, changes: form.changes }, { onSuccess: onClose })}
    >
      <Text size="sm" c="var(--td-ink-quiet)">
        {words('rerates')}
      </Text>
      <AgreementFields form={form} currency={agreement.currency} />
    </FormDialog>
  )
}
