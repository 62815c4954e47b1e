import { NumberInput, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { SIMULATION_MONTHS_MAX } from '@timedesk/contracts/limits'
import type { Reference } from '@timedesk/contracts/primitives'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useState } from 'react'

import { dayIn } from '../../shared/day-in.ts'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { CustomerPicker } from '../../shared/pickers/search-pickers.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { simulatorQueries } from './queries.ts'
import './simulator.css'
import { SimulatorBench } from './simulator-bench.tsx'
import { emptyTried, type Tried } from './tried.ts'
import { useSimulatorWords } from './use-simulator-words.ts'

const MONTHS_MIN = 3
const MONTHS_DEFAULT = 12
const NEW = 'new'

/** Whose work is replayed, how far back, and under which terms; customer and agreement stand in the address. */
export function Simulator({ customer }: { customer: Reference | null }) {
  const words = useSimulatorWords()
  const filters = useUrlFilters()
  const [months, setMonths] = useState(MONTHS_DEFAULT)
  const agreementId = filters.get('agreement')
  const choices = useQuery({ ...simulatorQueries.choices(customer?.id ?? ''), enabled: customer !== null })
  return (
    <>
      <div className="desk-panel desk-simulator-ground">
        <CustomerPicker
          label={words('customer')}
          required
          clearable={false}
          value={customer}
          onChange={(chosen) => filters.set({ customer: chosen?.id, agreement: undefined })}
        />
        <Select
          label={words('start')}
          description={words('startHint')}
          allowDeselect={false}
          disabled={customer === null}
          data={[
            { value: NEW, label: words('startNew') },
            ...(choices.data ?? []).map(({ id, number, heading }) => ({ value: id, label: `#${number} ${heading}` })),
          ]}
          value={agreementId ?? NEW}
          onChange={(chosen) => filters.set({ agreement: chosen === NEW ? undefined : (chosen ?? undefined) })}
        />
        <NumberInput
          label={words('months')}
          min={MONTHS_MIN}
          max={SIMULATION_MONTHS_MAX}
          allowDecimal={false}
          value={months}
          onChange={(count) => setMonths(Number(count))}
        />
      </div>
      {customer === null ? (
        <EmptyState title={words('title')}>{words('chooseCustomer')}</EmptyState>
      ) : (
        <Trial key={`${customer.id} ${agreementId ?? NEW}`} {...{ customer, agreementId, months }} />
      )}
    </>
  )
}

type TrialProps = { customer: Reference; agreementId: string | undefined; months: number }

/** Begins with a stored agreement or with an empty draft. */
function Trial({ customer, agreementId, months }: TrialProps) {
  const { company } = useMe()
  const stored = useQuery({ ...simulatorQueries.stored(agreementId ?? ''), enabled: agreementId !== undefined })
  const [empty] = useState(() => emptyTried(dayIn(company.timeZone, new Date())))
  const bench = (began: Tried) => <SimulatorBench customer={customer} months={months} began={began} />
  if (agreementId === undefined) return bench(empty)
  return (
    <QueryFace query={stored} rows={8}>
      {bench}
    </QueryFace>
  )
}
