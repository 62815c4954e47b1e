import { Button, Group } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import { updateSideConversation, type SideConversation } from '@timedesk/contracts/side-conversations'
import { LoadingState } from '@timedesk/ui/loading-state'
import { useState } from 'react'

import { client } from '../../../shared/client.ts'
import { useChange } from '../../../shared/deeds/use-change.ts'
import { ifMatch } from '../../../shared/if-match.ts'
import { ProblemNotice } from '../../../shared/problems/problem-notice.tsx'
import { besideQueries } from '../beside-queries.ts'
import { AddressInput } from './address-input.tsx'
import { readAddress, writeAddress } from './side-draft.ts'
import { SideMessageView } from './side-message.tsx'
import { sideQueries } from './side-queries.ts'
import { useSideWords } from './use-side-words.ts'
import { WriteOn } from './write-on.tsx'

type SideThreadProps = { subject: Case; conversation: SideConversation }

/** A side conversation: whom it is with, what was said, and a place to write on. */
export function SideThread({ subject, conversation }: SideThreadProps) {
  const words = useSideWords()
  const messages = useInfiniteQuery(sideQueries.messages(subject.id, conversation.id))
  const shown = (messages.data?.pages ?? []).flatMap(({ data }) => data).toReversed()
  const mayWrite = subject.can.note
  return (
    <div className="desk-side-thread">
      <ThreadHead subject={subject} conversation={conversation} mayWrite={mayWrite} />
      {messages.isError && <p className="desk-refusal">{words('failed')}</p>}
      {messages.isPending && <LoadingState />}
      {messages.hasNextPage && (
        <Button
          size="compact-xs"
          variant="default"
          loading={messages.isFetchingNextPage}
          onClick={() => void messages.fetchNextPage()}
        >
          {words('older')}
        </Button>
      )}
      <ol className="desk-side-messages" aria-label={words('thread')}>
        {shown.map((message) => (
          <li key={message.id}>
            <SideMessageView message={message} />
          </li>
        ))}
      </ol>
      {mayWrite && <WriteOn key={conversation.id} subject={subject} conversationId={conversation.id} />}
      <p className="desk-quiet">{words('answersTo', { address: conversation.replyAddress })}</p>
    </div>
  )
}

type ThreadHeadProps = SideThreadProps & { mayWrite: boolean }

function ThreadHead({ subject, conversation, mayWrite }: ThreadHeadProps) {
  const words = useSideWords()
  const { id, participants, closedAt, version } = conversation
  const [edited, setEdited] = useState<string[] | null>(null)
  const change = useChange(
    (body: { isClosed?: boolean; participants?: { address: string; name: string }[] }) =>
      client.call(updateSideConversation, { params: { conversationId: id }, body, headers: ifMatch(version) }),
    [besideQueries.of(subject.id)],
  )
  const isReady = edited !== null && edited.length > 0 && edited.every((entry) => readAddress(entry) !== null)
  const save = () =>
    change.mutate(
      { participants: (edited ?? []).flatMap((entry) => readAddress(entry) ?? []) },
      { onSuccess: () => setEdited(null) },
    )
  return (
    <>
      <ProblemNotice error={change.error} onClose={change.reset} />
      {edited === null ? (
        <p>{words('with', { names: participants.map(writeAddress).join(', ') })}</p>
      ) : (
        <AddressInput value={edited} onChange={setEdited} />
      )}
      {mayWrite && (
        <Group gap="xs">
          {edited === null ? (
            <>
              <Button size="compact-sm" variant="default" onClick={() => setEdited(participants.map(writeAddress))}>
                {words('change')}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                loading={change.isPending}
                onClick={() => change.mutate({ isClosed: closedAt === null })}
              >
                {words(closedAt === null ? 'close' : 'reopen')}
              </Button>
            </>
          ) : (
            <>
              <Button size="compact-sm" disabled={!isReady} loading={change.isPending} onClick={save}>
                {words('save')}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => setEdited(null)}>
                {words('cancel')}
              </Button>
            </>
          )}
        </Group>
      )}
    </>
  )
}
