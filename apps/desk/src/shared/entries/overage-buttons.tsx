import { Button } from '@mantine/core'
import { decideOverage } from '@timedesk/contracts/cover'
import type { Money } from '@timedesk/contracts/primitives'
import type { TimeEntry } from '@timedesk/contracts/time'
import { amountText, parseAmount } from '@timedesk/domain/money/money'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'

import { client } from '../client.ts'
import { coverTouches } from '../cover/cover-touches.ts'
import { useChange } from '../deeds/use-change.ts'
import { useTell } from '../deeds/use-tell.ts'
import { ReasonDialog } from '../forms/reason-dialog.tsx'
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
  const decision = useChange(
    (reason: string) => client.call(decideOverage, { params: { entryId: entry.id }, body: { verdict, reason } }),
    coverTouches,
  )
  const waiting = heldPieces(entry)
  const minutes = format.minutes(waiting.reduce((sum, piece) => sum + piece.minutes, 0))
  const amount = sumOf(waiting.map((piece) => piece.amount))
  const isAccepted = verdict === 'accepted'
  const acceptText =
    amount === null ? words('acceptTextUnpriced') : words('acceptText', { amount: format.money(amount) })
  return (
    <ReasonDialog
      title={words(isAccepted ? 'acceptTitle' : 'declineTitle', { minutes })}
      hint={isAccepted ? acceptText : words('declineText')}
      label={words('reason')}
      submitLabel={words(isAccepted ? 'accept' : 'decline')}
      state={decision}
      onClose={onClose}
      onSubmit={(reason) =>
        decision.mutate(reason, {
          onSuccess: () => {
            tell(words(verdict)).onSuccess()
            onClose()
          },
        })
      }
    />
  )
}

/** The pieces of an entry that wait for a decision. */
export function heldPieces({ pieces }: TimeEntry): TimeEntry['pieces'] {
  return pieces.filter(({ hold }) => hold === 'approval' || hold === 'blocked')
}

function sumOf(amounts: readonly (Money | null)[]): Money | null {
  let minor = 0
  let currency: string | null = null
  for (const money of amounts) {
    const read = money === null ? null : parseAmount(money.amount)
    if (money === null || read === null) return null
    minor += read
    currency = money.currency
  }
  return currency === null ? null : { amount: amountText(minor), currency }
}
