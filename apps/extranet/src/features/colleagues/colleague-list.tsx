import { extranetListColleagues } from '@timedesk/contracts/extranet-colleagues'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { EmptyState } from '@timedesk/ui/empty-state'
import { LoadingState } from '@timedesk/ui/loading-state'
import { PersonAvatar } from '@timedesk/ui/person-avatar'
import { IconUsers } from '@tabler/icons-react'
import { client } from '../../shared/client.ts'
import { useMe } from '../../shared/me.ts'
import { QueryFailure } from '../../shared/query-failure.tsx'
import './colleagues.css'
import { useColleaguesWords } from './use-colleagues-words.ts'

const colleagueQueries = {
  all: () =>
    queryOptions({
      queryKey: ['colleagues'],
      queryFn: ({ signal }) => client.call(extranetListColleagues, { signal }),
    }),
}

/** The contacts of the own customer. */
export function ColleagueList() {
  const words = useColleaguesWords()
  const me = useMe()
  const colleagues = useQuery(colleagueQueries.all())

  if (colleagues.isPending) return <LoadingState />
  if (colleagues.data === undefined) {
    return <QueryFailure error={colleagues.error} onRetry={() => void colleagues.refetch()} />
  }
  const { data } = colleagues.data
  if (data.length === 0) {
    return <EmptyState title={words('none')} icon={<IconUsers size={26} stroke={1.4} />} />
  }
  return (
    <ul className="ex-colleagues">
      {data.map(({ id, name, email, title, isActive }) => (
        <li key={id} className="ex-colleague" data-inactive={!isActive || undefined}>
          <PersonAvatar name={name} size={38} />
          <span className="ex-colleague-words">
            <span className="ex-colleague-name">
              {name} {id === me.id && <span className="ex-colleague-quiet">({words('you')})</span>}
            </span>
            {title !== '' && <span className="ex-colleague-quiet">{title}</span>}
            <a href={`mailto:${email}`}>{email}</a>
            {!isActive && <span className="ex-colleague-quiet">{words('inactive')}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
