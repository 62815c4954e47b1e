import { Button } from '@mantine/core'
import type { DraftKind, MessageDraft } from '@timedesk/contracts/drafts'
import { useFormat } from '@timedesk/ui/format'
import type { ReactNode } from 'react'

import { useMe } from '../../../shared/session/use-me.ts'
import type { DraftKeeper, KeeperState } from './draft-keeper.ts'
import type { Sharing } from './use-sharing.ts'
import { useWritingWords } from './use-writing-words.ts'
import './writing.css'

/** A line above the text, with what can be done about it. */
export function WritingNote({ tone, children }: { tone?: 'warning'; children: ReactNode }) {
  return (
    <div className="desk-writing-note" data-tone={tone} role="status">
      {children}
    </div>
  )
}

type NoteButtonProps = { children: ReactNode; isPending?: boolean; onClick: () => void }

/** A press leaves the focus where it is: the composer grows and shrinks with it, and the button would move away. */
export function NoteButton({ children, isPending = false, onClick }: NoteButtonProps) {
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={isPending}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      {children}
    </Button>
  )
}

/** What became of the draft elsewhere: written on another device, merged with what somebody wrote, or gone. */
export function MeetingNote({ state, keeper }: { state: KeeperState; keeper: DraftKeeper }) {
  const words = useWritingWords()
  const format = useFormat()
  const me = useMe()
  const { meeting, from, gone } = state
  if (meeting === 'merged' || meeting === 'conflict') return <WritingNote tone="warning">{words(meeting)}</WritingNote>
  if (gone !== null) {
    return (
      <WritingNote tone="warning">
        {words('gone')} <NoteButton onClick={() => keeper.change(() => gone)}>{words('bringBack')}</NoteButton>
      </WritingNote>
    )
  }
  if (meeting !== 'taken' || from === null) return null
  const time = format.dateTime(from.at)
  return (
    <WritingNote>
      {from.by.id === me.id
        ? words(`from_${from.device.kind}`, { time })
        : words('taken', { name: from.by.name, time })}
    </WritingNote>
  )
}

type OtherDraftsProps = {
  caseId: string
  kind: DraftKind
  isShared: boolean
  drafts: readonly MessageDraft[]
  sharing: Sharing
  onShared: (isShared: boolean) => void
  onBring: (draft: MessageDraft) => void
}

/** The drafts of the same kind beside the one that is written in: who sees it, and where the others are. */
export function OtherDrafts({ caseId, kind, isShared, drafts, sharing, onShared, onBring }: OtherDraftsProps) {
  const words = useWritingWords()
  const me = useMe()
  const here = drafts.filter((draft) => draft.kind === kind && draft.case.id === caseId && draft.sending === null)
  const shared = here.find((draft) => draft.isShared)
  const own = here.find((draft) => !draft.isShared && draft.owner.id === me.id)
  const merged = drafts.filter((draft) => draft.kind === kind && draft.case.id !== caseId && draft.can.write)
  return (
    <>
      {isShared && shared !== undefined && (
        <WritingNote tone="warning">
          {words('shared', { name: shared.owner.name })}{' '}
          {shared.can.unshare && (
            <NoteButton isPending={sharing.takeBack.isPending} onClick={() => sharing.takeBack.mutate()}>
              {words('takeBack')}
            </NoteButton>
          )}
        </WritingNote>
      )}
      {isShared && own !== undefined && (
        <WritingNote>
          {words('ownElsewhere')} <NoteButton onClick={() => onShared(false)}>{words('openOwn')}</NoteButton>
        </WritingNote>
      )}
      {!isShared && shared !== undefined && (
        <WritingNote>
          {words('sharedElsewhere', { name: shared.owner.name })}{' '}
          <NoteButton onClick={() => onShared(true)}>{words('writeInIt')}</NoteButton>
        </WritingNote>
      )}
      {here
        .filter(({ can }) => !can.write)
        .map(({ id, owner }) => (
          <WritingNote key={id}>
            {words('left', { name: owner.name })}{' '}
            <NoteButton isPending={sharing.takeOver.isPending} onClick={() => sharing.takeOver.mutate(owner.id)}>
              {words('takeOver')}
            </NoteButton>
          </WritingNote>
        ))}
      {merged.map((draft) => (
        <WritingNote key={draft.id}>
          {words('onMerged', { number: draft.case.number })}{' '}
          <NoteButton onClick={() => onBring(draft)}>{words('bringHere')}</NoteButton>
        </WritingNote>
      ))}
    </>
  )
}
