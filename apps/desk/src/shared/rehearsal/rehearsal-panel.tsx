import { Alert, Button, Select } from '@mantine/core'
import { REHEARSAL_DAYS_MAX } from '@timedesk/contracts/limits'
import { useState } from 'react'

import { FormProblem } from '../forms/form-problem.tsx'
import './rehearsal.css'
import { RehearsalResult } from './rehearsal-result.tsx'
import { useRehearsalWords } from './use-rehearsal-words.ts'
import { useRehearse, type DraftChange } from './use-rehearse.ts'

const DAYS = [30, 60, REHEARSAL_DAYS_MAX]

/** Shows what the last days would have been under a draft that is being written. */
export function RehearsalPanel({ change }: { change: DraftChange }) {
  const words = useRehearsalWords()
  const rehearsal = useRehearse()
  const [days, setDays] = useState(REHEARSAL_DAYS_MAX)
  const body = { days, change }
  const isStale = rehearsal.data !== undefined && JSON.stringify(body) !== JSON.stringify(rehearsal.variables)
  return (
    <div className="desk-rehearsal" aria-busy={rehearsal.isPending}>
      <p className="desk-quiet">{words('hint')}</p>
      <div className="desk-rehearsal-run">
        <Select
          label={words('days')}
          allowDeselect={false}
          data={DAYS.map((count) => ({ value: String(count), label: words('lastDays', { count }) }))}
          value={String(days)}
          onChange={(value) => {
            setDays(Number(value))
          }}
        />
        <Button
          loading={rehearsal.isPending}
          onClick={() => {
            rehearsal.mutate(body)
          }}
        >
          {words(rehearsal.data === undefined ? 'run' : 'runAgain')}
        </Button>
      </div>
      <FormProblem error={rehearsal.error} names={[]} />
      {isStale && <Alert color="yellow">{words('stale')}</Alert>}
      {rehearsal.data !== undefined && <RehearsalResult rehearsal={rehearsal.data} />}
    </div>
  )
}
