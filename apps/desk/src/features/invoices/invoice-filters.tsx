import { Switch, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { InvoiceKind, InvoiceState } from '@timedesk/contracts/invoice'

import type { InvoiceFilters } from '../../shared/invoicing/invoice-queries.ts'
import { useInvoicingWords } from '../../shared/invoicing/use-invoicing-words.ts'
import { FilterSelect } from '../../shared/lists/filter-select.tsx'
import { LinkTabs } from '../../shared/lists/link-tabs.tsx'
import { ListTools } from '../../shared/lists/list-tools.tsx'
import { SearchBox } from '../../shared/lists/search-box.tsx'
import { searchOf, type UrlFilters } from '../../shared/lists/use-url-filters.ts'
import { paths } from '../../shared/paths.ts'
import { CustomerPicker } from '../../shared/pickers/search-pickers.tsx'
import { customerNameQuery } from './customer-name-query.ts'
import { useInvoiceListWords } from './use-invoice-list-words.ts'

const TABS = ['all', ...InvoiceState.options] as const

/** The filters of the address as the API takes them. */
export function invoiceFiltersOf(filters: UrlFilters): InvoiceFilters {
  const kind = InvoiceKind.safeParse(filters.get('kind')).data
  const state = InvoiceState.safeParse(filters.get('state')).data
  const [customerId, runId, from, to] = [
    filters.get('customer'),
    filters.get('run'),
    filters.get('from'),
    filters.get('to'),
  ]
  return {
    ...searchOf(filters),
    ...(kind !== undefined && { kind }),
    ...(state !== undefined && { state }),
    ...(customerId !== undefined && { customerId }),
    ...(runId !== undefined && { runId }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(filters.get('unsent') === 'yes' && { unsent: true }),
  }
}

/** The tabs of states and the filters above the list of invoices. */
export function InvoiceFilterTools({ filters }: { filters: UrlFilters }) {
  const words = useInvoiceListWords()
  const invoicingWords = useInvoicingWords()
  const { state = 'all', kind } = invoiceFiltersOf(filters)
  return (
    <>
      <LinkTabs
        label={words('tabs')}
        tabs={TABS.map((tab) => ({
          href: tabAddress(filters, tab),
          label: words(`tab_${tab}`),
          isHere: tab === state,
        }))}
      />
      <ListTools>
        <SearchBox filters={filters} label={words('search')} />
        <CustomerFilter filters={filters} />
        <FilterSelect
          {...{ filters, name: 'kind', label: words('kind'), anyLabel: words('anyKind'), value: kind }}
          options={InvoiceKind.options}
          wordOf={(option) => invoicingWords(`kind_${option}`)}
        />
        {(['from', 'to'] as const).map((name) => (
          <TextInput
            key={name}
            type="date"
            label={words(name)}
            value={filters.get(name) ?? ''}
            onChange={(event) => filters.set({ [name]: event.currentTarget.value })}
          />
        ))}
        <Switch
          mb={8}
          label={words('unsent')}
          checked={filters.get('unsent') === 'yes'}
          onChange={(event) => filters.set({ unsent: event.currentTarget.checked ? 'yes' : undefined })}
        />
      </ListTools>
    </>
  )
}

function CustomerFilter({ filters }: { filters: UrlFilters }) {
  const words = useInvoiceListWords()
  const customerId = filters.get('customer')
  const name = useQuery(customerNameQuery(customerId))
  return (
    <CustomerPicker
      label={words('customer')}
      hideLabel
      placeholder={words('anyCustomer')}
      value={customerId === undefined ? null : { id: customerId, name: name.data ?? '…' }}
      onChange={(chosen) => filters.set({ customer: chosen?.id })}
    />
  )
}

function tabAddress(filters: UrlFilters, tab: string): string {
  const kept = ['search', 'customer', 'run', 'kind', 'from', 'to', 'unsent'].flatMap((name) => {
    const value = filters.get(name)
    return value === undefined ? [] : [[name, value]]
  })
  const search = new URLSearchParams([...(tab === 'all' ? [] : [['state', tab]]), ...kept]).toString()
  return search === '' ? paths.invoices : `${paths.invoices}?${search}`
}
