import { Button } from '@mantine/core'
import type { Follower } from '@timedesk/contracts/case-attention'
import type { Case } from '@timedesk/contracts/cases'
import { useFormat } from '@timedesk/ui/format'
import { LoadingState } from '@timedesk/ui/loading-state'
import { PersonAvatar } from '@timedesk/ui/person-avatar'
import type { ReactNode } from 'react'

import '../../shared/attention/attention.css'
import { useAttention } from '../../shared/attention/use-attention.ts'
import { useAttentionWords } from '../../shared/attention/use-attention-words.ts'
import { useMe } from '../../shared/session/use-me.ts'
import { RailCard } from './rail-card.tsx'

type PeopleCardProps = {
  subject: Case
  /** Who has the case open now. */
  viewers?: ReactNode
  /** Contacts who see the case beside its own. */
  participants?: ReactNode
}

/** Whom the case has to do with: who has it open, who of the staff follows it, which contacts take part. */
export function PeopleCard({ subject, viewers, participants }: PeopleCardProps) {
  const words = useAttentionWords()
  return (
    <RailCard title={words('people')} name="people">
      {viewers}
      <Followers caseId={subject.id} />
      {participants}
    </RailCard>
  )
}

function Followers({ caseId }: { caseId: string }) {
  const words = useAttentionWords()
  const attention = useAttention(caseId)
  return (
    <section className="desk-linked" aria-label={words('followers')}>
      <h3>{words('followers')}</h3>
      {attention.isPending && <LoadingState rows={1} />}
      {attention.isError && attention.data === undefined && (
        <p className="desk-quiet">
          {words('failed')}{' '}
          <Button size="compact-xs" variant="subtle" onClick={() => void attention.refetch()}>
            {words('retry')}
          </Button>
        </p>
      )}
      {attention.data?.followers.length === 0 && <p className="desk-quiet">{words('noFollowers')}</p>}
      {attention.data !== undefined && attention.data.followers.length > 0 && (
        <ul className="desk-followers">
          {attention.data.followers.map((follower) => (
            <FollowerLine key={follower.id} follower={follower} />
          ))}
        </ul>
      )}
    </section>
  )
}

function FollowerLine({ follower: { id, name, since, cause } }: { follower: Follower }) {
  const words = useAttentionWords()
  const format = useFormat()
  const me = useMe()
  return (
    <li className="desk-follower" title={words(`cause_${cause}`, { time: format.dateTime(since) })}>
      <PersonAvatar name={name} size={22} />
      <span>
        {name}
        {id === me.id && <span className="desk-quiet"> ({words('you')})</span>}
      </span>
    </li>
  )
}
