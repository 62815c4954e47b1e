import { Button } from '@mantine/core'
import type { TimeEntry } from '@timedesk/contracts/time'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'

import { useTell } from '../deeds/use-tell.ts'
import { ReasonDialog } from '../forms/reason-dialog.tsx'
import { overageOf } from './overage-of.ts'
import { useDecideOverage } from './use-decide-overage.ts'
import { useEntryWords } from './use-entry-words.ts'

type Decision = 'accepted' | 'declined'

/** Accepts or declines what of an entry waits beyond the cover; nothing for those who may not. */
export function OverageButtons({ entry }: { entry: TimeEntry }) {
  const words = useEntryWords()
  const [asked, setAsked] = useState<Decision | null>(null)
  if (!entry.can.decideOverage) return null
  const name = entry.case === null ? entry.employee.name : `#${entry.case.number}`
  return (
    <span className="desk-row-buttons">
      <Button size="compact-xs" aria-label={words('acceptOf', { name })} onClick={() => setAsked('accepted')}>
        {words('accept')}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={words('declineOf', { name })}
        onClick={() => setAsked('declined')}
      >
        {words('decline')}
      </Button>
      {asked !== null && <DecideDialog entry={entry} verdict={asked} onClose={() => setAsked(null)} />}
    </span>
  )
}

type DecideDialogProps = { entry: TimeEntry; verdict: Decision; onClose: () => void }

function DecideDialog({ entry, verdict, onClose }: DecideDialogProps) {
  const words = useEntryWords()
  const format = useFormat()
  const tell = useTell()
  const decision = useDecideOverage()
  const { minutes, amount } = overageOf(entry)
  const isAccepted = verdict === 'accepted'
  const acceptText =
    amount === null ? words('acceptTextUnpriced') : words('acceptText', { amount: format.money(amount) })
  return (
    <ReasonDialog
      title={words(isAccepted ? 'acceptTitle' : 'declineTitle', { minutes: format.minutes(minutes) })}
      hint={isAccepted ? acceptText : words('declineText')}
      label={words('reason')}
      submitLabel={words(isAccepted ? 'accept' : 'decline')}
      state={decision}
      onClose={onClose}
      onSubmit={(reason) =>
        decision.mutate(
          { entryId: entry.id, verdict, reason },
          {
            onSuccess: tell(words(verdict), onClose).onSuccess,
          },
        )
      }
    />
  )
}
