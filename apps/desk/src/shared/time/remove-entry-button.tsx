import type { TimeEntry } from '@timedesk/contracts/time'
import { ConfirmButton } from '@timedesk/ui/confirm-button'
import { useFormat } from '@timedesk/ui/format'

import { useTell } from '../deeds/use-tell.ts'
import { subjectOf } from './time-subject.ts'
import { useRemoveEntry } from './use-entry-changes.ts'
import { useTimeWords } from './use-time-words.ts'

type RemoveEntryButtonProps = { entry: TimeEntry; size?: 'compact-xs' | 'compact-sm'; onRemoved?: () => void }

/** Removes an entry after asking; drawn units go back. */
export function RemoveEntryButton({ entry, size = 'compact-sm', onRemoved }: RemoveEntryButtonProps) {
  const words = useTimeWords()
  const format = useFormat()
  const tell = useTell()
  const removal = useRemoveEntry()
  const name = subjectOf(entry)?.name ?? words('internal')
  return (
    <ConfirmButton
      size={size}
      question={words('removeQuestion', { minutes: format.minutes(entry.minutes), name })}
      consequence={entry.case !== null && words('removeConsequence')}
      confirmLabel={words('remove')}
      isDangerous
      loading={removal.isPending}
      onConfirm={() => removal.mutate(entry.id, tell(words('removed'), onRemoved))}
    >
      {words('remove')}
    </ConfirmButton>
  )
}
