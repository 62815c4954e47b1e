import { Menu } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ExtranetMe } from '@timedesk/contracts/extranet-identity'
import { AppFrame } from '@timedesk/ui/app-frame'
import { LoadingState } from '@timedesk/ui/loading-state'
import { useShortcuts } from '@timedesk/ui/use-shortcuts'
import { IconFileText, IconHome, IconMessages, IconPlus, IconReceipt, IconUser, IconUsers } from '@tabler/icons-react'
import { Suspense, useEffect } from 'react'
import { Link, Navigate, Outlet, useLocation, useNavigate } from 'react-router'
import { NoticeBell } from '../features/notices/notice-bell.tsx'
import { useSignOut } from '../features/session/use-sign-out.ts'
import { onSessionEnded } from '../shared/client.ts'
import { useFrameWords } from '../shared/frame-words.ts'
import { MeContext, meQuery } from '../shared/me.ts'
import { PageBoundary } from '@timedesk/ui/page-boundary'
import { paths, signInPath } from '../shared/paths.ts'
import { QueryFailure } from '../shared/query-failure.tsx'
import { useLiveUpdates } from '../shared/use-live-updates.ts'
import { useProfileLanguage } from '../shared/use-profile-language.ts'
import { BrokenPage } from './missing-page.tsx'

/** Everything behind the sign-in. Whoever is signed out goes there, and comes back afterwards. */
export function SignedInFrame() {
  const queryClient = useQueryClient()
  const location = useLocation()
  const me = useQuery(meQuery())

  useEffect(
    () =>
      onSessionEnded(() => {
        queryClient.setQueryData(meQuery().queryKey, null)
      }),
    [queryClient],
  )

  if (me.data === null) {
    return <Navigate to={signInPath(`${location.pathname}${location.search}`)} replace />
  }
  if (me.data === undefined) {
    return me.isPending ? <LoadingState /> : <QueryFailure error={me.error} onRetry={() => void me.refetch()} />
  }
  return (
    <MeContext value={me.data}>
      <Frame me={me.data} />
    </MeContext>
  )
}

function Frame({ me }: { me: ExtranetMe }) {
  const words = useFrameWords()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const navItems = useNavItems(me)
  const signOut = useSignOut(() => void navigate(paths.signIn))
  useLiveUpdates()
  useProfileLanguage(me)
  useShortcuts([
    { keys: 'g h', label: words('keysHome'), run: () => void navigate(paths.home) },
    { keys: 'g c', label: words('keysCases'), run: () => void navigate(paths.cases) },
    {
      keys: 'g a',
      label: words('keysAgreements'),
      run: () => void navigate(paths.agreements),
      when: me.permissions.includes('agreement:read'),
    },
    {
      keys: 'g i',
      label: words('keysInvoices'),
      run: () => void navigate(paths.invoices),
      when: me.permissions.includes('invoice:read'),
    },
    {
      keys: 'c',
      label: words('keysReport'),
      run: () => void navigate(paths.reportCase),
      when: me.permissions.includes('case:write'),
    },
  ])

  return (
    <AppFrame
      appName={me.supplier}
      navItems={navItems}
      renderLink={({ href, ...link }) => <Link to={href} {...link} />}
      topBar={me.permissions.includes('dialogue:read') && <NoticeBell />}
      user={{ name: me.name, email: me.email }}
      userMenuItems={
        <Menu.Item component={Link} to={paths.profile} leftSection={<IconUser size={16} stroke={1.6} />}>
          {words('profile')}
        </Menu.Item>
      }
      onSignOut={() => {
        signOut.mutate()
      }}
    >
      <PageBoundary pageKey={pathname} fallback={<BrokenPage />}>
        <Suspense fallback={<LoadingState />}>
          <Outlet />
        </Suspense>
      </PageBoundary>
    </AppFrame>
  )
}

function useNavItems(me: ExtranetMe) {
  const words = useFrameWords()
  const { pathname } = useLocation()
  const may = (permission: ExtranetMe['permissions'][number]) => me.permissions.includes(permission)
  const isInCases = pathname.startsWith(paths.cases) && pathname !== paths.reportCase
  return [
    { label: words('home'), icon: <IconHome />, href: paths.home, active: pathname === paths.home },
    { label: words('cases'), icon: <IconMessages />, href: paths.cases, active: isInCases },
    ...(may('case:write')
      ? [
          {
            label: words('report'),
            icon: <IconPlus />,
            href: paths.reportCase,
            active: pathname === paths.reportCase,
          },
        ]
      : []),
    ...(may('agreement:read')
      ? [
          {
            label: words('agreements'),
            icon: <IconFileText />,
            href: paths.agreements,
            active: pathname.startsWith(paths.agreements),
          },
        ]
      : []),
    ...(may('invoice:read')
      ? [
          {
            label: words('invoices'),
            icon: <IconReceipt />,
            href: paths.invoices,
            active: pathname.startsWith(paths.invoices),
          },
        ]
      : []),
    ...(may('colleague:read')
      ? [
          {
            label: words('colleagues'),
            icon: <IconUsers />,
            href: paths.colleagues,
            active: pathname === paths.colleagues,
          },
        ]
      : []),
  ]
}
