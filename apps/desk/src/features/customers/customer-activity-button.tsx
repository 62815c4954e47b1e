import { Button } from '@mantine/core'
import type { Customer } from '@timedesk/contracts/customers'
import { ConfirmButton } from '@timedesk/ui/confirm-button'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { useCustomerWords } from './use-customer-words.ts'
import { useUpdateCustomer } from './use-update-customer.ts'

/** Deactivates a customer, after asking, or brings it back. */
export function CustomerActivityButton({ customer }: { customer: Customer }) {
  const words = useCustomerWords()
  const tell = useTell()
  const update = useUpdateCustomer()
  const { name } = customer
  const setActive = (isActive: boolean) =>
    update.mutate({ customer, body: { isActive } }, tell(words(isActive ? 'reactivated' : 'deactivated', { name })))

  if (!customer.isActive) {
    return (
      <Button variant="default" loading={update.isPending} onClick={() => setActive(true)}>
        {words('reactivate')}
      </Button>
    )
  }
  return (
    <ConfirmButton
      question={words('deactivateQuestion', { name })}
      consequence={words('deactivateConsequence')}
      confirmLabel={words('deactivate')}
      isDangerous
      loading={update.isPending}
      onConfirm={() => setActive(false)}
    >
      {words('deactivate')}
    </ConfirmButton>
  )
}
