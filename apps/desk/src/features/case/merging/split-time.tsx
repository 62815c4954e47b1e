import { Checkbox } from '@mantine/core'
import type { SplitPreview } from '@timedesk/contracts/case-splits'
import { useFormat } from '@timedesk/ui/format'

import { useRefusalWords } from '../../../shared/problems/use-refusal-words.ts'
import { useMay } from '../../../shared/session/use-me.ts'
import { useSplitWords } from './use-split-words.ts'

type Entry = SplitPreview['timeEntries'][number]
type SplitTimeProps = {
  entries: readonly Entry[]
  chosen: readonly string[]
  onChoose: (ids: readonly string[]) => void
}

/** The time of a case, to choose from; what cannot move says why. */
export function SplitTime({ entries, chosen, onChoose }: SplitTimeProps) {
  const words = useSplitWords()
  const format = useFormat()
  const word = useRefusalWords()
  const mayMove = useMay()('time:write')
  if (entries.length === 0 || !mayMove) return null
  return (
    <Checkbox.Group label={words('time')} description={words('timeText')} value={[...chosen]} onChange={onChoose}>
      <ul className="desk-split-lines">
        {entries.map(({ id, employee, activityType, workDate, minutes, refusal }) => (
          <li key={id}>
            <Checkbox
              value={id}
              disabled={refusal !== null}
              label={`${format.minutes(minutes)} · ${activityType.name} · ${employee.name} · ${format.workDate(workDate)}`}
              description={refusal === null ? undefined : word({ code: refusal.code, detail: refusal.message })}
            />
          </li>
        ))}
      </ul>
    </Checkbox.Group>
  )
}
