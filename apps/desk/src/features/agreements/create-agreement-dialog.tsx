import { useQuery } from '@tanstack/react-query'
import type { Reference } from '@timedesk/contracts/primitives'
import { useState } from 'react'

import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { useFormWords } from '../../shared/forms/use-form-words.ts'
import { CustomerPicker } from '../../shared/pickers/search-pickers.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { dayIn } from '../../shared/day-in.ts'
import { AgreementFields } from './agreement-fields.tsx'
import { partnerQueries } from './queries.ts'
import { useCreateAgreement, type AgreementDraft } from './use-save-agreement.ts'
import { useAgreementWords } from './use-agreement-words.ts'

const INCREMENT_DEFAULT = 15

/** Agrees on time spent, with the given customer or with one that is chosen here. */
export function CreateAgreementDialog({ customer, onClose }: { customer: Reference | null; onClose: () => void }) {
  const words = useAgreementWords()
  const formWords = useFormWords()
  const { company } = useMe()
  const [chosen, setChosen] = useState(customer)
  const partner = useQuery({ ...partnerQueries.one(chosen?.id ?? ''), enabled: chosen !== null })
  const currency = partner.data?.currency ?? company.currency
  const creation = useCreateAgreement(currency)
  const [empty] = useState<AgreementDraft>(() => ({
    ...{ heading: '', terms: '', validTo: '', ratePerHour: '', poNumber: '' },
    validFrom: dayIn(company.timeZone, new Date()),
    incrementMinutes: INCREMENT_DEFAULT,
    minimumMinutes: INCREMENT_DEFAULT,
    ownerId: null,
  }))
  const form = useDraftForm<AgreementDraft>(empty, creation.error)

  return (
    <FormDialog
      title={words('createTitle')}
      state={creation}
      names={form.names}
      submitLabel={formWords('create')}
      isDisabled={chosen === null || partner.isPending}
      onClose={onClose}
      onSubmit={() => creation.mutate({ customerId: chosen?.id ?? '', draft: form.draft }, { onSuccess: onClose })}
    >
      {customer === null && <CustomerPicker label={words('customer')} required value={chosen} onChange={setChosen} />}
      <AgreementFields form={form} currency={currency} />
    </FormDialog>
  )
}
