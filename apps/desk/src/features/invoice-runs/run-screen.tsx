import { Anchor, Button } from '@mantine/core'
import type { InvoiceRun } from '@timedesk/contracts/invoice-runs'
import { useFormat } from '@timedesk/ui/format'
import { PageHeader } from '@timedesk/ui/page-header'
import { Link } from 'react-router'

import { Figures } from '../../shared/panels/facts.tsx'
import { newRunPath, paths } from '../../shared/paths.ts'
import { useMay } from '../../shared/session/use-me.ts'
import { HeldPanel } from './held-panel.tsx'
import './invoice-runs.css'
import { RunActions } from './run-actions.tsx'
import { RunCustomers } from './run-customers.tsx'
import { RunMark } from './run-mark.tsx'
import { RunProgress } from './run-progress.tsx'
import { useRunWords } from './use-run-words.ts'

/** A run: its preview, how far its drafts are, and what was left out and why. */
export function RunScreen({ run }: { run: InvoiceRun }) {
  const words = useRunWords()
  const format = useFormat()
  const may = useMay()
  const { number, state, through, scope, customers, documents, items, skipped, net } = run
  const isPlanned = state === 'planned'
  return (
    <>
      <PageHeader
        back={
          <Anchor component={Link} to={paths.invoiceRuns}>
            {words('back')}
          </Anchor>
        }
        title={
          <>
            {words('run', { number })}
            <RunMark state={state} />
          </>
        }
        text={words('scope', {
          day: format.workDate(through),
          customers:
            scope.customers === null
              ? words('allCustomers')
              : words('someCustomers', { count: scope.customers.length }),
        })}
        actions={
          <>
            {!isPlanned && state !== 'running' && may('invoice:write') && (
              <Button variant="default" component={Link} to={newRunPath}>
                {words('planAgain')}
              </Button>
            )}
            <RunActions run={run} />
          </>
        }
      />
      <RunProgress run={run} />
      <Figures
        facts={[
          { label: words('customersFigure'), value: format.number(customers) },
          { label: words(isPlanned ? 'documentsPlanned' : 'documentsMade'), value: format.number(documents) },
          { label: words('items'), value: format.number(items) },
          ...(isPlanned ? [] : [{ label: words('skipped'), value: format.number(skipped) }]),
          ...net.map((money) => ({
            label: words('netOf', { currency: money.currency }),
            value: format.money(money),
          })),
        ]}
      />
      <HeldPanel held={run.held} />
      <RunCustomers run={run} />
    </>
  )
}
