import type { ExtranetTimeLine } from '@timedesk/contracts/extranet-agreements'
import type { CaseReference } from '@timedesk/contracts/primitives'
import { useFormat } from '@timedesk/ui/format'
import { IconClockQuestion } from '@tabler/icons-react'
import type { z } from 'zod'
import { NeedRow } from '../../shared/need-row.tsx'
import { caseTimePath } from '../../shared/paths.ts'
import { waitingMinutes } from './waiting-minutes.ts'
import { useTimeWords } from './use-time-words.ts'

type Waiting = { case: z.infer<typeof CaseReference>; line: ExtranetTimeLine }

/** Work beyond the agreements that waits to be accepted, as rows of the start page. */
export function OverageNeeds({ waiting }: { waiting: readonly Waiting[] }) {
  const words = useTimeWords()
  const format = useFormat()
  return waiting.map(({ case: supportCase, line }) => (
    <NeedRow
      key={line.id}
      to={caseTimePath(supportCase.number)}
      icon={<IconClockQuestion size={18} stroke={1.6} />}
      title={words('need', { minutes: format.minutes(waitingMinutes(line)) })}
      text={words('needCase', { number: supportCase.number, subject: supportCase.subject })}
    >
      <span className="ex-time-waits">{words('needYou')}</span>
      {line.amount !== null && <strong>{format.money(line.amount)}</strong>}
    </NeedRow>
  ))
}
