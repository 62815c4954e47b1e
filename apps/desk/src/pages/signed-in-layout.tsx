import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { isRefusal } from '@timedesk/client/api-error'
import { startSessionKeeper } from '@timedesk/client/session-keeper'
import { signOut } from '@timedesk/contracts/identity'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { LoadingState } from '@timedesk/ui/loading-state'
import { PageBoundary } from '@timedesk/ui/page-boundary'
import { lazy, Suspense, useEffect, useEffectEvent } from 'react'
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router'

import { DeskFrame } from '../features/frame/desk-frame.tsx'
import { NoticeBell } from '../features/notices/notice-bell.tsx'
import { Palette } from '../features/palette/palette.tsx'
import { TimerSlot } from '../features/timer/timer-slot.tsx'
import { client, onSessionOver } from '../shared/client.ts'
import { LiveProvider } from '../shared/live/live-provider.tsx'
import { paths, signInPath } from '../shared/paths.ts'
import { PageCrash } from '../shared/problems/page-crash.tsx'
import { QueryFailure } from '../shared/problems/query-failure.tsx'
import { UpdateNotice } from '../shared/problems/update-notice.tsx'
import { meQueries } from '../shared/session/me-queries.ts'
import { MeContext } from '../shared/session/use-me.ts'
import { useChosenLanguage } from '../shared/session/use-chosen-language.ts'

const BulkCorner = lazy(async () => ({ default: (await import('../shared/bulk/bulk-corner.tsx')).BulkCorner }))
const LeavingCorner = lazy(async () => ({
  default: (await import('../shared/sending/leaving-corner.tsx')).LeavingCorner,
}))

/** Lets only the signed-in through, and keeps their session alive while the desk is open. */
export function SignedInLayout() {
  const me = useQuery(meQueries.me())
  const location = useLocation()
  const signOutNow = useSignOut()
  useWayOut()
  useSessionKeeper(me.isSuccess)
  useChosenLanguage(me.data?.language)

  if (me.isPending) return <LoadingState />
  if (isRefusal(me.error, 'unauthenticated') || isRefusal(me.error, 'session_ended')) {
    return <Navigate to={signInPath(location)} replace />
  }
  if (me.data === undefined) return <QueryFailure error={me.error} onRetry={() => void me.refetch()} />
  return (
    <MeContext value={me.data}>
      <LiveProvider>
        <DeskFrame onSignOut={signOutNow} topBar={<TopBar />}>
          <PageBoundary pageKey={location.pathname} fallback={<PageCrash />}>
            <Suspense fallback={<LoadingState />}>
              <Outlet />
            </Suspense>
          </PageBoundary>
          <LazyPart>
            <BulkCorner />
          </LazyPart>
          <LazyPart>
            <LeavingCorner />
          </LazyPart>
          <UpdateNotice />
        </DeskFrame>
      </LiveProvider>
    </MeContext>
  )
}

function TopBar() {
  return (
    <>
      <Palette />
      <TimerSlot />
      <NoticeBell />
    </>
  )
}

function useWayOut(): void {
  const location = useLocation()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const leave = useEffectEvent(() => {
    queryClient.clear()
    void navigate(signInPath(location), { replace: true })
  })
  useEffect(() => onSessionOver(() => leave()), [])
}

function useSessionKeeper(isOn: boolean): void {
  useEffect(() => (isOn ? startSessionKeeper(client, 'staff').stop : undefined), [isOn])
}

function useSignOut(): () => void {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: () => client.call(signOut),
    onSettled: () => {
      queryClient.clear()
      void navigate(paths.signIn, { replace: true })
    },
  })
  return mutate
}
