import { Button } from '@mantine/core'
import type { TimeEntry } from '@timedesk/contracts/time'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { overageOf } from '../../shared/entries/overage-of.ts'
import { useDecideOverage } from '../../shared/entries/use-decide-overage.ts'
import { ReasonDialog } from '../../shared/forms/reason-dialog.tsx'
import { useApprovalWords } from './use-approval-words.ts'

/** Lets overage be charged, or never; both say why. */
export function OverageButtons({ entry }: { entry: TimeEntry }) {
  const words = useApprovalWords()
  const format = useFormat()
  const tell = useTell()
  const decision = useDecideOverage()
  const [verdict, setVerdict] = useState<'accepted' | 'declined' | null>(null)
  const { minutes, amount } = overageOf(entry)
  const name = entry.customer?.name ?? words('internal')
  const values = { minutes: format.minutes(minutes), amount: amount === null ? '' : format.money(amount) }
  const acceptHint = words(amount === null ? 'acceptHintNoPrice' : 'acceptHint', values)
  const close = () => {
    setVerdict(null)
    decision.reset()
  }

  return (
    <span className="desk-row-buttons">
      <Button size="compact-xs" variant="default" onClick={() => setVerdict('declined')}>
        {words('decline')}
      </Button>
      <Button size="compact-xs" onClick={() => setVerdict('accepted')}>
        {words('accept')}
      </Button>
      {verdict !== null && (
        <ReasonDialog
          title={words(verdict === 'accepted' ? 'acceptOf' : 'declineOf', { name })}
          hint={verdict === 'accepted' ? acceptHint : words('declineHint', values)}
          label={words('reason')}
          submitLabel={words(verdict === 'accepted' ? 'accept' : 'decline')}
          state={decision}
          onClose={close}
          onSubmit={(reason) =>
            decision.mutate(
              { entryId: entry.id, verdict, reason },
              {
                onSuccess: tell(words(verdict), close).onSuccess,
              },
            )
          }
        />
      )}
    </span>
  )
}
