import { notifications } from '@mantine/notifications'
import type { DraftKind } from '@timedesk/contracts/drafts'
import type { Presence } from '@timedesk/contracts/presence'

import { useTell } from '../../../shared/deeds/use-tell.ts'
import { useCasePresence } from '../../../shared/presence/use-case-presence.ts'
import { useMe } from '../../../shared/session/use-me.ts'
import { NoteButton, WritingNote } from './draft-notes.tsx'
import type { Sharing } from './use-sharing.ts'
import { useWritingWords } from './use-writing-words.ts'

type OtherWritersProps = { caseId: string; kind: DraftKind; isShared: boolean; sharing: Sharing }

const STATE = { reply: 'replying', note: 'noting' } as const

/** Colleagues who write the same kind of message just now. */
export function OtherWriters({ caseId, kind, isShared, sharing }: OtherWritersProps) {
  const me = useMe()
  const people = useCasePresence(caseId)
  return people
    .filter(({ employee, state }) => employee.id !== me.id && state === STATE[kind])
    .map(({ employee }) => (
      <OtherWriter key={employee.id} employee={employee} kind={kind} isShared={isShared} sharing={sharing} />
    ))
}

type OtherWriterProps = Omit<OtherWritersProps, 'caseId'> & Pick<Presence, 'employee'>

/** Says who writes, with the way to ask them or to write on together. */
function OtherWriter({ employee: { id, name }, kind, isShared, sharing: { ask, takeOver } }: OtherWriterProps) {
  const words = useWritingWords()
  const tell = useTell()
  const tookOver = (isThere: boolean) =>
    notifications.show({ message: words(isThere ? 'tookOver' : 'nothingToTakeOver', { name }) })
  return (
    <WritingNote tone="warning">
      {words(kind === 'reply' ? 'isReplying' : 'isNoting', { name })}{' '}
      <NoteButton isPending={ask.isPending} onClick={() => ask.mutate(id, tell(words('asked', { name })))}>
        {words('ask')}
      </NoteButton>{' '}
      {!isShared && (
        <NoteButton
          isPending={takeOver.isPending}
          // The writing begins anew with the other draft, and with it goes whatever waits for the answer here.
          onClick={() => void takeOver.mutateAsync(id).then(({ draft }) => tookOver(draft !== null), tell('').onError)}
        >
          {words('takeOver')}
        </NoteButton>
      )}
    </WritingNote>
  )
}
