import { useFormat } from '@timedesk/ui/format'

import { useSendingWords } from '../../../shared/sending/use-sending-words.ts'
import { WritingNote } from './draft-notes.tsx'
import { useScheduledByOthers } from './use-case-drafts.ts'

/** Who of the colleagues is about to send something, and when. */
export function OtherSchedules({ caseId }: { caseId: string }) {
  const words = useSendingWords()
  const format = useFormat()
  return useScheduledByOthers(caseId).map(({ draftId, kind, at, by }) => (
    <WritingNote key={draftId} tone="warning">
      {words(kind === 'reply' ? 'otherReplies' : 'otherNotes', { name: by.name, time: format.dateTime(at) })}
    </WritingNote>
  ))
}
