import { Fieldset, Select, Stack, Switch, Text } from '@mantine/core'
import { ShowsTime } from '@timedesk/contracts/customers'

import type { DraftForm } from '../../shared/forms/use-draft-form.tsx'
import type { CustomerDraft } from './customer-draft.ts'
import { useCustomerWords } from './use-customer-words.ts'
import { coverWords, wordVisibility } from './word-visibility.ts'

const ORDERS = { subscription: ['subscription', 'voucher'], voucher: ['voucher', 'subscription'] } as const

/** What pays for the customer's work first, and what an invoice to it needs. */
export function SettlementFields({ form }: { form: DraftForm<CustomerDraft> }) {
  const words = useCustomerWords()
  const { draft, set, errorOf } = form
  return (
    <Fieldset legend={words('settlement')}>
      <Stack gap="sm">
        <Select
          label={words('coverOrder')}
          description={words('coverOrderHint')}
          allowDeselect={false}
          data={[ORDERS.subscription, ORDERS.voucher].map((order) => ({
            value: order[0],
            label: words(coverWords([...order])),
          }))}
          value={draft.coverOrder[0] ?? null}
          error={errorOf('coverOrder')}
          onChange={(first) => set({ coverOrder: [...ORDERS[first === 'voucher' ? 'voucher' : 'subscription']] })}
        />
        <Switch label={words('requiresPo')} description={words('requiresPoHint')} {...form.check('requiresPo')} />
      </Stack>
    </Fieldset>
  )
}

/** What the customer's own people see in the extranet, with a plain sentence for each choice. */
export function ExtranetFields({ form }: { form: DraftForm<CustomerDraft> }) {
  const words = useCustomerWords()
  const { draft, set, errorOf } = form
  return (
    <Fieldset legend={words('extranet')}>
      <Stack gap="sm">
        <Select
          label={words('showsTime')}
          allowDeselect={false}
          data={ShowsTime.options.map((when) => ({ value: when, label: words(`shows_${when}`) }))}
          value={draft.showsTime}
          error={errorOf('showsTime')}
          onChange={(chosen) => {
            const showsTime = ShowsTime.options.find((when) => when === chosen)
            if (showsTime !== undefined) set({ showsTime })
          }}
        />
        <Switch label={words('showsBalances')} {...form.check('showsBalances')} />
        <Switch label={words('showsMoney')} {...form.check('showsMoney')} />
        <Switch label={words('showsInvoices')} {...form.check('showsInvoices')} />
        <Text size="sm" className="desk-example" role="status">
          {wordVisibility(draft, words)} {words('seesNever')}
        </Text>
      </Stack>
    </Fieldset>
  )
}
