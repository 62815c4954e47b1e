import { Badge } from '@mantine/core'
import { extranetEndSession } from '@timedesk/contracts/extranet-identity'
import { type Session } from '@timedesk/contracts/identity'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ConfirmButton } from '@timedesk/ui/confirm-button'
import { useFormat } from '@timedesk/ui/format'
import { LoadingState } from '@timedesk/ui/loading-state'
import { IconDevices } from '@tabler/icons-react'
import { client } from '../../shared/client.ts'
import { FormProblem } from '../../shared/form-problem.tsx'
import { QueryFailure } from '../../shared/query-failure.tsx'
import { sessionQueries } from './session-queries.ts'
import { useProfileWords } from './use-profile-words.ts'

/** The devices that are signed in; each but this one can be signed out from here. */
export function SessionList() {
  const words = useProfileWords()
  const queryClient = useQueryClient()
  const sessions = useQuery(sessionQueries.all())
  const end = useMutation({
    mutationFn: (sessionId: string) => client.call(extranetEndSession, { params: { sessionId } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: sessionQueries.all().queryKey }),
  })

  if (sessions.isPending) return <LoadingState rows={2} />
  if (sessions.data === undefined) {
    return <QueryFailure error={sessions.error} onRetry={() => void sessions.refetch()} />
  }
  return (
    <>
      <FormProblem error={end.error} />
      <ul className="ex-sessions">
        {sessions.data.data.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            isEnding={end.isPending && end.variables === session.id}
            onEnd={() => {
              end.mutate(session.id)
            }}
          />
        ))}
      </ul>
      {sessions.data.data.length === 1 && <p className="ex-profile-quiet">{words('noSessions')}</p>}
    </>
  )
}

type SessionRowProps = { session: Session; isEnding: boolean; onEnd: () => void }

function SessionRow({ session, isEnding, onEnd }: SessionRowProps) {
  const words = useProfileWords()
  const format = useFormat()
  const device = session.userAgent === '' ? words('unknownDevice') : session.userAgent
  return (
    <li className="ex-session">
      <IconDevices size={20} stroke={1.5} aria-hidden="true" />
      <span className="ex-session-words">
        <span>
          {device}{' '}
          {session.isCurrent && (
            <Badge variant="light" size="sm" tt="none">
              {words('thisDevice')}
            </Badge>
          )}
        </span>
        <span className="ex-profile-quiet">
          {words('lastSeen', { time: format.dateTime(session.lastSeenAt) })} · {session.ipAddress}
        </span>
      </span>
      {!session.isCurrent && (
        <ConfirmButton
          size="xs"
          loading={isEnding}
          question={words('endSessionQuestion', { device })}
          consequence={words('endSessionText')}
          confirmLabel={words('endSession')}
          onConfirm={onEnd}
        >
          {words('endSession')}
        </ConfirmButton>
      )}
    </li>
  )
}
