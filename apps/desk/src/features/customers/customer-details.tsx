import { Anchor, Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import type { Customer } from '@timedesk/contracts/customers'
import { useFormat } from '@timedesk/ui/format'
import { useLanguage } from '@timedesk/ui/use-language'
import { useState } from 'react'

import { countryName } from '../../shared/choices/country-input.tsx'
import { LANGUAGE_NAMES } from '../../shared/choices/language-select.tsx'
import { useFormWords } from '../../shared/forms/use-form-words.ts'
import { Facts } from '../../shared/panels/facts.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { useMay } from '../../shared/session/use-me.ts'
import { coverWords, wordVisibility } from './word-visibility.ts'
import { EditCustomerDialog } from './edit-customer-dialog.tsx'
import { useCustomerWords } from './use-customer-words.ts'
import { wordInvoicing } from './word-invoicing.ts'

/** Who the customer is: address, numbers, price and remarks. */
export function CustomerDetails({ customer }: { customer: Customer }) {
  const words = useCustomerWords()
  const formWords = useFormWords()
  const format = useFormat()
  const may = useMay()
  const { language } = useLanguage()
  const [isEditing, setIsEditing] = useState(false)
  const { website, phone, ratePerHour } = customer

  return (
    <Panel
      title={words('details')}
      actions={
        may('customer:write') && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPencil size={14} />}
            onClick={() => setIsEditing(true)}
          >
            {formWords('edit')}
          </Button>
        )
      }
    >
      <Facts
        facts={[
          { label: words('address'), value: addressOf(customer) },
          { label: words('country'), value: countryName(customer.countryCode, language) },
          { label: words('cvr'), value: customer.cvr },
          { label: words('vatId'), value: customer.vatId },
          { label: words('phone'), value: phone === '' ? null : <Anchor href={`tel:${phone}`}>{phone}</Anchor> },
          { label: words('website'), value: isWebAddress(website) ? <WebLink address={website} /> : website },
          { label: words('accountManager'), value: customer.accountManager?.name ?? null },
          { label: words('currency'), value: customer.currency },
          { label: words('language'), value: LANGUAGE_NAMES[customer.language] },
          {
            label: words('rate'),
            value:
              ratePerHour === null ? words('companyRate') : words('perHour', { amount: format.money(ratePerHour) }),
          },
          { label: words('coverOrder'), value: words(coverWords(customer.coverOrder)) },
          { label: words('requiresPo'), value: words(customer.requiresPo ? 'yes' : 'no') },
          { label: words('invoicing'), value: wordInvoicing(customer, words) },
          { label: words('extranet'), value: wordVisibility(customer, words) },
          { label: words('remarks'), value: customer.remarks },
        ]}
      />
      {isEditing && <EditCustomerDialog customer={customer} onClose={() => setIsEditing(false)} />}
    </Panel>
  )
}

function addressOf({ address, postalCode, city }: Customer): string {
  return [address, `${postalCode} ${city}`.trim()].filter((part) => part !== '').join('\n')
}

function WebLink({ address }: { address: string }) {
  return (
    <Anchor href={address} target="_blank" rel="noreferrer">
      {address}
    </Anchor>
  )
}

/** Only web addresses become links, whatever was written. */
function isWebAddress(text: string): boolean {
  return /^https?:\/\//iu.test(text)
}
