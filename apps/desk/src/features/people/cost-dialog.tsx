import { Button, Modal, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { CostRates } from '@timedesk/contracts/cost-rates'
import type { Employee } from '@timedesk/contracts/staff'
import { ConfirmButton } from '@timedesk/ui/confirm-button'
import { DataTable } from '@timedesk/ui/data-table'
import { useFormat } from '@timedesk/ui/format'

import { dayIn } from '../../shared/day-in.ts'
import { useTell } from '../../shared/deeds/use-tell.ts'
import { AmountInput } from '../../shared/forms/amount-input.tsx'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { useMay, useMe } from '../../shared/session/use-me.ts'
import './people.css'
import { employeeQueries } from './queries.ts'
import { useRemoveCostRate, useSetCostRate } from './use-cost-rates.ts'
import { usePeopleWords } from './use-people-words.ts'

type CostRow = CostRates['data'][number]

/** What an hour of somebody costs, from which day on; only for who may see it. */
export function CostDialog({ employee, onClose }: { employee: Employee; onClose: () => void }) {
  const words = usePeopleWords()
  const mayWrite = useMay()('cost:write')
  const costs = useQuery(employeeQueries.costRates(employee.id))
  return (
    <Modal opened onClose={onClose} title={words('costRatesOf', { name: employee.name })} size="lg">
      <Text size="sm" c="var(--td-ink-quiet)" mb="sm">
        {words('costText')}
      </Text>
      <QueryFace query={costs} rows={2}>
        {(rows) =>
          rows.length === 0 ? (
            <Text size="sm">{words('costEmpty')}</Text>
          ) : (
            <CostTable employeeId={employee.id} rows={rows} mayWrite={mayWrite} />
          )
        }
      </QueryFace>
      {mayWrite && <CostForm employeeId={employee.id} />}
    </Modal>
  )
}

function CostTable({ employeeId, rows, mayWrite }: { employeeId: string; rows: CostRow[]; mayWrite: boolean }) {
  const words = usePeopleWords()
  const format = useFormat()
  const tell = useTell()
  const removal = useRemoveCostRate()
  const rowActions = ({ validFrom }: CostRow) => (
    <ConfirmButton
      size="compact-xs"
      question={words('costRemoveQuestion', { day: format.workDate(validFrom) })}
      consequence={words('costRemoveConsequence')}
      confirmLabel={words('costRemove')}
      isDangerous
      loading={removal.isPending}
      onConfirm={() => removal.mutate({ employeeId, validFrom }, tell(words('costRemoved')))}
    >
      {words('costRemove')}
    </ConfirmButton>
  )
  return (
    <DataTable
      label={words('costRates')}
      rows={rows}
      rowKey={({ validFrom }) => validFrom}
      columns={[
        {
          key: 'from',
          header: words('costFrom'),
          priority: 1,
          render: ({ validFrom }) => format.workDate(validFrom),
        },
        {
          key: 'rate',
          header: words('costRate'),
          align: 'end',
          render: ({ ratePerHour }) => words('perHour', { amount: format.money(ratePerHour) }),
        },
      ]}
      {...(mayWrite && { rowActions })}
    />
  )
}

function CostForm({ employeeId }: { employeeId: string }) {
  const words = usePeopleWords()
  const tell = useTell()
  const { company } = useMe()
  const setting = useSetCostRate(company.currency)
  const form = useDraftForm({ validFrom: dayIn(company.timeZone, new Date()), ratePerHour: '' }, setting.error)
  const { validFrom, ratePerHour } = form.draft
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setting.mutate(
          { employeeId, validFrom, ratePerHour },
          {
            onSuccess: tell(words('costSaved'), () => form.set({ ratePerHour: '' })).onSuccess,
          },
        )
      }}
    >
      <div className="desk-cost-form">
        <TextInput type="date" label={words('costFrom')} required {...form.text('validFrom')} />
        <AmountInput label={words('costRate')} required currency={company.currency} {...form.text('ratePerHour')} />
        <Button type="submit" loading={setting.isPending} disabled={ratePerHour.trim() === '' || validFrom === ''}>
          {words('costAdd')}
        </Button>
      </div>
      <FormProblem error={setting.error} names={form.names} />
    </form>
  )
}
