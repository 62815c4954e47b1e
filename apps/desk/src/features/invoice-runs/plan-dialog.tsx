import { Checkbox, CloseButton, Text, TextInput } from '@mantine/core'
import { Settlement } from '@timedesk/contracts/agreements'
import type { Reference } from '@timedesk/contracts/primitives'
import { useState } from 'react'
import { useNavigate } from 'react-router'

import { useCoverWords } from '../../shared/cover/use-cover-words.ts'
import { dayIn } from '../../shared/day-in.ts'
import { FormDialog } from '../../shared/forms/form-dialog.tsx'
import { useFields } from '../../shared/forms/use-fields.tsx'
import { paths } from '../../shared/paths.ts'
import { CustomerPicker } from '../../shared/pickers/search-pickers.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import './invoice-runs.css'
import { usePlanRun } from './use-move-run.ts'
import { useRunWords } from './use-run-words.ts'

type PlanDraft = { through: string; customers: Reference[]; settlements: Settlement[] }

/** Asks what a run is to take, and leads to its preview. */
export function PlanDialog({ onClose }: { onClose: () => void }) {
  const words = useRunWords()
  const coverWords = useCoverWords()
  const { company } = useMe()
  const navigate = useNavigate()
  const plan = usePlanRun()
  const [draft, setDraft] = useState<PlanDraft>({
    through: dayIn(company.timeZone, new Date()),
    customers: [],
    settlements: [],
  })
  const { text, set, errorOf } = useFields(draft, setDraft, plan.error)
  const { through, customers, settlements } = draft
  const submit = () =>
    plan.mutate(
      {
        through,
        ...(customers.length > 0 && { customerIds: customers.map(({ id }) => id) }),
        ...(settlements.length > 0 && { settlements }),
      },
      { onSuccess: ({ id }) => void navigate(paths.invoiceRun(id)) },
    )
  return (
    <FormDialog
      title={words('newTitle')}
      size="md"
      state={plan}
      names={['through', 'customerIds', 'settlements']}
      submitLabel={words('preview')}
      isDisabled={through === ''}
      onClose={onClose}
      onSubmit={submit}
    >
      <Text size="sm" c="var(--td-ink-quiet)">
        {words('newText')}
      </Text>
      <TextInput
        type="date"
        label={words('through')}
        description={words('throughHint')}
        required
        data-autofocus
        {...text('through')}
      />
      <CustomerChoice customers={customers} onChange={(chosen) => set({ customers: chosen })} />
      <Checkbox.Group
        label={words('settlements')}
        description={words('settlementsHint')}
        error={errorOf('settlements')}
        value={settlements}
        onChange={(chosen) => set({ settlements: Settlement.options.filter((option) => chosen.includes(option)) })}
      >
        <div className="desk-run-choices">
          {Settlement.options.map((option) => (
            <Checkbox key={option} value={option} label={coverWords(`settlement_${option}`)} />
          ))}
        </div>
      </Checkbox.Group>
    </FormDialog>
  )
}

type CustomerChoiceProps = { customers: readonly Reference[]; onChange: (customers: Reference[]) => void }

function CustomerChoice({ customers, onChange }: CustomerChoiceProps) {
  const words = useRunWords()
  return (
    <div>
      <CustomerPicker
        key={customers.length}
        label={words('customers')}
        description={words('customersHint')}
        placeholder={words('addCustomer')}
        value={null}
        onChange={(chosen) => {
          if (chosen !== null && !customers.some(({ id }) => id === chosen.id)) onChange([...customers, chosen])
        }}
      />
      <ul className="desk-run-choices">
        {customers.map(({ id, name }) => (
          <li key={id}>
            {name}
            <CloseButton
              size="sm"
              aria-label={words('dropCustomer', { name })}
              onClick={() => onChange(customers.filter((customer) => customer.id !== id))}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
