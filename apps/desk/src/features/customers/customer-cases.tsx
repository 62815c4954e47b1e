import { Anchor, Button, Text } from '@mantine/core'
import type { CustomerCard } from '@timedesk/contracts/customers'
import { StatusCategory } from '@timedesk/contracts/case-status'
import { DataTable } from '@timedesk/ui/data-table'
import { RelativeTime } from '@timedesk/ui/relative-time'
import { StatusPill } from '@timedesk/ui/status-pill'
import { Link } from 'react-router'

import { Panel } from '../../shared/panels/panel.tsx'
import { paths } from '../../shared/paths.ts'
import { useMay } from '../../shared/session/use-me.ts'
import { useCustomerWords } from './use-customer-words.ts'

type CustomerCase = CustomerCard['activeCases'][number]

/** The active cases of a customer, the latest twenty. */
export function CustomerCases({ card }: { card: CustomerCard }) {
  const words = useCustomerWords()
  const may = useMay()
  const { activeCases, customer } = card
  return (
    <Panel
      title={words('activeCases')}
      actions={
        may('case:write') &&
        customer.isActive && (
          <Button component={Link} to={`${paths.newCase}?customer=${customer.id}`} size="compact-sm" variant="default">
            {words('newCase')}
          </Button>
        )
      }
    >
      {activeCases.length === 0 ? (
        <Text c="var(--td-ink-quiet)" size="sm">
          {words('noActiveCases')}
        </Text>
      ) : (
        <DataTable
          label={words('activeCases')}
          rows={activeCases}
          rowKey={(row) => row.id}
          columns={[
            { key: 'subject', header: words('subject'), priority: 1, render: (row) => <CaseLink row={row} /> },
            { key: 'status', header: words('status'), render: ({ status }) => <CaseState status={status} /> },
            {
              key: 'responsible',
              header: words('responsible'),
              render: (row) => row.responsible?.name ?? words('nobody'),
            },
            { key: 'last', header: words('lastActivity'), render: (row) => <RelativeTime at={row.lastActivityAt} /> },
          ]}
        />
      )}
    </Panel>
  )
}

function CaseLink({ row }: { row: CustomerCase }) {
  return (
    <Anchor component={Link} to={paths.case(row.number)}>
      #{row.number} {row.subject}
    </Anchor>
  )
}

function CaseState({ status }: { status: CustomerCase['status'] }) {
  const category = StatusCategory.safeParse(status.category)
  return category.success ? <StatusPill category={category.data} label={status.name} /> : status.name
}
