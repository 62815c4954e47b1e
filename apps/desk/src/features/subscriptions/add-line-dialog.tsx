import { Text } from '@mantine/core'
import type { Agreement } from '@timedesk/contracts/agreements'
import { useState } from 'react'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useFields } from '../../shared/forms/use-fields.tsx'
import { emptyLine } from '../../shared/terms/line-draft.ts'
import { LineFields, lineNames } from '../../shared/terms/line-fields.tsx'
import { TermsPreview } from '../../shared/terms/preview/terms-preview.tsx'
import { useGround } from '../../shared/terms/preview/use-ground.ts'
import { emptyLot } from '../../shared/terms/lot-draft.ts'
import { termsOf } from '../../shared/terms/terms-draft.ts'
import { useAddLine } from './use-change-plan.ts'
import { usePlanWords } from './use-plan-words.ts'

/** Adds a line to a plan, with what it charges and includes. */
export function AddLineDialog({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const words = usePlanWords()
  const tell = useTell()
  const { id, heading, currency, customer } = agreement
  const addition = useAddLine(id, currency)
  const ground = useGround(customer.id)
  const [line, setLine] = useState(emptyLine)
  const fields = useFields(line, setLine, addition.error)
  return (
    <FormDialog
      title={words('addTitle', { name: heading })}
      size="xl"
      submitLabel={words('add')}
      state={addition}
      names={lineNames}
      isDisabled={line.description.trim() === '' || line.unitPrice.trim() === ''}
      onClose={onClose}
      onSubmit={() =>
        addition.mutate(line, {
          onSuccess: ({ description: name }) => tell(words('added', { name }), onClose).onSuccess(),
        })
      }
    >
      <Text size="sm">{words('addText')}</Text>
      <LineFields fields={fields} currency={currency} />
      <TermsPreview draft={termsOf(agreement)} bought={{ lot: emptyLot, lines: [line] }} ground={ground} />
    </FormDialog>
  )
}
