import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { listCases } from '@timedesk/contracts/work-list'
import { listCustomers } from '@timedesk/contracts/customers'
import { StatusPill } from '@timedesk/ui/status-pill'
import { useState } from 'react'
import { useNavigate } from 'react-router'

import { client } from '../../shared/client.ts'
import { paths } from '../../shared/paths.ts'
import type { JumpPage } from './jump-page.ts'
import './jump.css'
import { useJumpWords } from './use-jump-words.ts'

const SEARCH_DELAY_MS = 200
const FOUND_MAX = 7

type JumpDialogProps = { pages: readonly JumpPage[]; onClose: () => void }

/** Finds cases by number or words, customers and pages; Enter goes there. */
export function JumpDialog({ pages, onClose }: JumpDialogProps) {
  const words = useJumpWords()
  const navigate = useNavigate()
  const combobox = useCombobox({ opened: true })
  const [term, setTerm] = useState('')
  const [settled] = useDebouncedValue(term.trim(), SEARCH_DELAY_MS)
  const found = useJumpSearch(settled)
  const wanted = term.trim().toLocaleLowerCase()
  const matching = pages.filter(({ label }) => label.toLocaleLowerCase().includes(wanted)).slice(0, FOUND_MAX)
  const cases = wanted === '' ? [] : (found.data?.cases ?? [])
  const customers = wanted === '' ? [] : (found.data?.customers ?? [])
  const isEmpty = matching.length + cases.length + customers.length === 0

  return (
    <Modal opened onClose={onClose} withCloseButton={false} size="lg" padding={0} yOffset="10vh" centered={false}>
      <Combobox
        store={combobox}
        onOptionSubmit={(address) => {
          onClose()
          void navigate(address)
        }}
      >
        <Combobox.EventsTarget>
          <TextInput
            data-autofocus
            size="md"
            variant="unstyled"
            className="desk-jump-field"
            aria-label={words('open')}
            placeholder={words('placeholder')}
            leftSection={<IconSearch size={18} stroke={1.6} />}
            value={term}
            onChange={(event) => {
              setTerm(event.currentTarget.value)
              combobox.selectFirstOption()
            }}
          />
        </Combobox.EventsTarget>
        <Combobox.Options className="desk-jump-options" aria-label={words('open')}>
          {cases.length > 0 && (
            <Combobox.Group label={words('cases')}>
              {cases.map((found) => (
                <Combobox.Option key={found.id} value={paths.case(found.number)}>
                  <span className="desk-jump-option">
                    <span className="td-number">#{found.number}</span>
                    <span className="desk-jump-words">
                      {found.subject} <small className="desk-quiet">{found.customer.name}</small>
                    </span>
                    <StatusPill category={found.status.category} color={found.status.color} label={found.status.name} />
                  </span>
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
          {customers.length > 0 && (
            <Combobox.Group label={words('customers')}>
              {customers.map(({ id, name, number }) => (
                <Combobox.Option key={id} value={paths.customer(id)}>
                  {name} <small className="desk-quiet">{number}</small>
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
          {matching.length > 0 && (
            <Combobox.Group label={words('pages')}>
              {matching.map(({ label, href }) => (
                <Combobox.Option key={href} value={href}>
                  {label}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
          {found.isError && <Combobox.Empty>{words('failed')}</Combobox.Empty>}
          {isEmpty && found.isSuccess && <Combobox.Empty>{words('nothing')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox>
    </Modal>
  )
}

function useJumpSearch(search: string) {
  return useQuery({
    queryKey: ['jump', search],
    queryFn: async ({ signal }) => {
      const query = { search, limit: FOUND_MAX }
      const [cases, customers] = await Promise.all([
        client.call(listCases, { query, signal }),
        client.call(listCustomers, { query, signal }),
      ])
      return { cases: cases.data, customers: customers.data }
    },
    enabled: search !== '',
    placeholderData: keepPreviousData,
  })
}
