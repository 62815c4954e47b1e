import { ActionIcon } from '@mantine/core'
import { IconMailPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import type { SideConversation } from '@timedesk/contracts/side-conversations'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { RelativeTime } from '@timedesk/ui/relative-time'
import { useShortcuts } from '@timedesk/ui/use-shortcuts'
import { HoldKeys } from '@timedesk/ui/hold-keys'
import { lazy, useState } from 'react'

import { RailCard } from '../rail-card.tsx'
import { sideQueries } from './side-queries.ts'
import './sides-card.css'
import { useSideWords } from './use-side-words.ts'

const SideDrawer = lazy(async () => ({ default: (await import('./side-drawer.tsx')).SideDrawer }))

/** Whom outside was asked about the case, and whether they answered. */
export function SidesCard({ subject }: { subject: Case }) {
  const words = useSideWords()
  const sides = useQuery(sideQueries.of(subject.id))
  const [shown, setShown] = useState<string | null>(null)
  const found = sides.data ?? []
  const chosen = found.find(({ id }) => id === shown) ?? null
  const start = () => setShown('new')
  useShortcuts([
    {
      ...{ id: 'case.side', keys: '', label: words('start'), words: words('startWords'), group: words('group') },
      ...{ when: subject.can.note, reason: words('cannotAsk'), run: start },
    },
  ])
  return (
    <RailCard
      title={words('title')}
      name="sides"
      action={
        subject.can.note && (
          <ActionIcon variant="subtle" color="gray" aria-label={words('start')} onClick={start}>
            <IconMailPlus size={16} stroke={1.6} />
          </ActionIcon>
        )
      }
    >
      {sides.isError && <p className="desk-refusal">{words('failed')}</p>}
      {sides.data?.length === 0 && <p className="desk-quiet">{words('none')}</p>}
      {found.length > 0 && (
        <ul className="desk-sides">
          {found.map((conversation) => (
            <li key={conversation.id}>
              <SideRow conversation={conversation} onOpen={() => setShown(conversation.id)} />
            </li>
          ))}
        </ul>
      )}
      <LazyPart fallback={<HoldKeys />}>
        {(shown === 'new' || chosen !== null) && (
          <SideDrawer subject={subject} conversation={chosen} onStarted={setShown} onClose={() => setShown(null)} />
        )}
      </LazyPart>
    </RailCard>
  )
}

function SideRow({ conversation, onOpen }: { conversation: SideConversation; onOpen: () => void }) {
  const words = useSideWords()
  const { subject, last, closedAt, participants, messageCount } = conversation
  const state = closedAt !== null ? 'closed' : last.direction === 'in' ? 'ours' : 'theirs'
  return (
    <button type="button" className="desk-side td-focus" onClick={onOpen}>
      <span className="desk-side-head">
        <strong>{subject}</strong>
        <span className="desk-side-ball" data-state={state}>
          {words(state)}
        </span>
      </span>
      <span className="desk-quiet">
        {participants.map(({ name, address }) => (name === '' ? address : name)).join(', ')}
      </span>
      <span className="desk-side-excerpt">
        {last.authorName}: {last.excerpt}
      </span>
      <span className="desk-quiet">
        {words('messages', { count: messageCount })} · <RelativeTime at={last.at} />
      </span>
    </button>
  )
}
