import { Button, Progress } from '@mantine/core'
import type { InvoiceRun } from '@timedesk/contracts/invoice-runs'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { paths } from '../../shared/paths.ts'
import './invoice-runs.css'
import { useRunWords } from './use-run-words.ts'

const WHOLE = 100

/** How far a run is with its drafts, and the way to them; nothing while it is a preview. */
export function RunProgress({ run: { id, state, done, customers, documents, failure } }: { run: InvoiceRun }) {
  const words = useRunWords()
  const format = useFormat()
  if (state === 'planned') return null
  const told = words('progress', { done: format.number(done), count: format.number(customers) })
  return (
    <section className="desk-run-progress" aria-live="polite">
      {state === 'running' && (
        <Progress value={customers === 0 ? WHOLE : (done / customers) * WHOLE} animated aria-label={told} />
      )}
      <div>
        <span>{state === 'done' ? words('doneText') : told}</span>
        {documents > 0 && state !== 'running' && (
          <Button component={Link} to={`${paths.invoices}?state=draft&run=${id}`} size="compact-sm">
            {words('toDrafts')}
          </Button>
        )}
      </div>
      {failure !== null && <p className="desk-error">{words('failure', { reason: failure })}</p>}
    </section>
  )
}
