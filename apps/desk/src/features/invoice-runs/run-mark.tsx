import type { InvoiceRun, RunCustomer } from '@timedesk/contracts/invoice-runs'

import { Mark } from '../../shared/lists/mark.tsx'
import { useRunWords } from './use-run-words.ts'

const RUN_KINDS = { planned: 'chosen', running: 'warn', done: 'good', cancelled: 'quiet', failed: 'bad' } as const
const OUTCOME_KINDS = {
  waiting: 'quiet',
  done: 'good',
  nothing: 'quiet',
  changed: 'warn',
  failed: 'bad',
  cancelled: 'quiet',
} as const

/** How far a run is. */
export function RunMark({ state }: { state: InvoiceRun['state'] }) {
  const words = useRunWords()
  return <Mark kind={RUN_KINDS[state]}>{words(`state_${state}`)}</Mark>
}

/** What became of a customer in a run. */
export function OutcomeMark({ state }: { state: RunCustomer['state'] }) {
  const words = useRunWords()
  return <Mark kind={OUTCOME_KINDS[state]}>{words(`outcome_${state}`)}</Mark>
}
