import { Text, TextInput } from '@mantine/core'
import type { Agreement } from '@timedesk/contracts/agreements'
import { useState } from 'react'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useFields } from '../../shared/forms/use-fields.tsx'
import { useAgreementWords } from './use-agreement-words.ts'
import { useTerminateAgreement } from './use-save-agreement.ts'

const NAMES = ['lastDay', 'reason']

/** Gives notice on an agreement, on a day or on the earliest that it allows. */
export function TerminateDialog({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const words = useAgreementWords()
  const tell = useTell()
  const termination = useTerminateAgreement()
  const [draft, setDraft] = useState({ lastDay: '', reason: '' })
  const { text } = useFields(draft, setDraft, termination.error)
  const { heading: name } = agreement
  return (
    <FormDialog
      title={words('terminateTitle', { name })}
      state={termination}
      names={NAMES}
      submitLabel={words('terminate')}
      isDisabled={draft.reason.trim() === ''}
      onClose={onClose}
      onSubmit={() =>
        termination.mutate(
          { agreement, ...draft },
          {
            onSuccess: tell(words('terminated', { name }), onClose).onSuccess,
          },
        )
      }
    >
      <Text size="sm">{words('terminateText')}</Text>
      <TextInput label={words('lastDay')} type="date" description={words('lastDayHint')} {...text('lastDay')} />
      <TextInput
        label={words('reason')}
        description={words('reasonHint')}
        required
        autoComplete="off"
        data-autofocus
        {...text('reason')}
      />
    </FormDialog>
  )
}
