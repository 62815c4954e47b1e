import { Button, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { Case } from '@timedesk/contracts/cases'
import { startSideConversation } from '@timedesk/contracts/side-conversations'

import { client } from '../../../shared/client.ts'
import { useChange } from '../../../shared/deeds/use-change.ts'
import { DraftFormBody } from '../../../shared/forms/draft-form-body.tsx'
import { useFieldProblem } from '../../../shared/forms/use-fields.tsx'
import { besideQueries } from '../beside-queries.ts'
import { useRefreshCase } from '../use-move-case.ts'
import { AddressInput } from './address-input.tsx'
import { readAddress, type SideDraft } from './side-draft.ts'
import { SideFields } from './side-fields.tsx'
import { useSideDraft } from './use-side-draft.ts'
import { useSideFiles } from './use-side-files.ts'
import { useSideWords } from './use-side-words.ts'
import { waitingMove } from './waiting-move.ts'

const NAMES = ['to', 'subject', 'body']

type StartSideProps = { subject: Case; onStarted: (conversationId: string) => void }

/** Asks somebody outside about a case. What is written stays until it is sent or discarded. */
export function StartSide({ subject, onStarted }: StartSideProps) {
  const words = useSideWords()
  const refresh = useRefreshCase(subject)
  const blank = { to: [], subject: subject.subject, body: '', files: [], forwardedIds: [], moves: true }
  const { draft, set, forget, isChanged } = useSideDraft(subject.id, blank)
  const files = useSideFiles(draft.files, (change) => set((before) => ({ files: change(before.files) })))
  const start = useChange(
    (written: SideDraft) =>
      client.call(startSideConversation, { params: { caseId: subject.id }, body: bodyOf(written, subject) }),
    [besideQueries.of(subject.id)],
  )
  const problemOf = useFieldProblem(start.error)
  const isReady =
    draft.to.length > 0 &&
    draft.to.every((entry) => readAddress(entry) !== null) &&
    draft.subject.trim() !== '' &&
    draft.body.trim() !== ''

  return (
    <DraftFormBody
      state={start}
      names={NAMES}
      submitLabel={words('send')}
      isDisabled={!isReady || files.isUploading}
      onSubmit={() =>
        start.mutate(draft, {
          onSuccess: ({ id }) => {
            forget()
            notifications.show({ message: words('sent') })
            onStarted(id)
            void refresh()
          },
        })
      }
    >
      <Text size="sm" c="dimmed">
        {words('hint')}
      </Text>
      <AddressInput value={draft.to} onChange={(to) => set({ to })} error={problemOf('to')} />
      <TextInput
        label={words('subject')}
        value={draft.subject}
        error={problemOf('subject')}
        onChange={(event) => set({ subject: event.currentTarget.value })}
      />
      <SideFields subject={subject} draft={draft} set={set} files={files} bodyError={problemOf('body')} />
      {isChanged && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={forget} style={{ alignSelf: 'start' }}>
          {words('discard')}
        </Button>
      )}
    </DraftFormBody>
  )
}

function bodyOf(draft: SideDraft, subject: Case) {
  return {
    to: draft.to.flatMap((entry) => readAddress(entry) ?? []),
    subject: draft.subject,
    ...messageOf(draft, subject),
  }
}

/** What is sent of a draft, wherever it is written. */
export function messageOf({ body, files, forwardedIds, moves }: SideDraft, subject: Case) {
  const move = waitingMove(subject)
  return {
    body,
    attachmentIds: files.map(({ id }) => id),
    forwardedIds,
    ...(moves && move !== undefined && { statusId: move.id }),
  }
}
