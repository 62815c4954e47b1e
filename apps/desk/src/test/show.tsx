import { configure, render } from '@testing-library/react'
import { notifications } from '@mantine/notifications'
import { listCaseBadges } from '@timedesk/contracts/case-badges'
import { getCaseViewCounts, listCaseViews, type CaseViewCount } from '@timedesk/contracts/case-views'
import { getMe, refreshSession, type Me } from '@timedesk/contracts/identity'
import { listNoticeEntries } from '@timedesk/contracts/notices'
import { listPriceClasses } from '@timedesk/contracts/pricing'
import { listActivityTypes } from '@timedesk/contracts/settings'
import { listCaseTypes, listPriorities } from '@timedesk/contracts/case-settings'
import { listDepartments } from '@timedesk/contracts/staff'
import { listCasePresences } from '@timedesk/contracts/presence'
import { getTimer } from '@timedesk/contracts/timer'
import { createI18n, type Language } from '@timedesk/ui/i18n'
import { MemoryRouter, useLocation, type Location } from 'react-router'
import { useEffect } from 'react'
import { afterAll, afterEach, beforeAll, vi } from 'vitest'

import { App } from '../app.tsx'
import { createQueryClient } from '../shared/create-query-client.ts'
import { answer, server } from './answers.ts'
import { buildActivityType, buildMe, pageOf } from './build.ts'
import { buildShippedViews } from './build-view.ts'

// Pages are fetched when they are first opened, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 8_000 })

const SESSION_MS = 900_000
const counts: CaseViewCount[] = [
  { id: 'inbox', count: 1 },
  { id: 'unassigned', count: 3 },
  { id: 'breaching', count: null },
  { id: 'active', count: 100 },
]

beforeAll(() => {
  window.scrollTo = vi.fn()
  server.listen({ onUnhandledFrame: 'error' })
})
afterEach(() => {
  notifications.clean()
  server.resetHandlers()
})
afterAll(() => {
  server.close()
})

/** Shows the desk at an address, signed in, with the quiet answers that every screen asks for. */
export function showDesk(address: string, { me = buildMe(), language = 'en' }: { me?: Me; language?: Language } = {}) {
  server.use(
    ...[
      answer(getMe, { ...me, language }),
      answer(refreshSession, { accessExpiresAt: new Date(Date.now() + SESSION_MS).toISOString() }),
      answer(listCaseViews, { data: buildShippedViews() }),
      answer(getCaseViewCounts, { data: counts }),
      answer(listCaseBadges, { data: [] }),
      answer(listCasePresences, { data: [] }),
      answer(listNoticeEntries, { ...pageOf(), unread: { high: 0, normal: 0, low: 0 } }),
      answer(getTimer, { timer: null }),
      answer(listActivityTypes, { data: [buildActivityType()] }),
      answer(listPriceClasses, { data: [] }),
      answer(listPriorities, { data: [] }),
      answer(listCaseTypes, { data: [] }),
      answer(listDepartments, pageOf()),
    ],
  )
  const desk: { location?: Location } = {}
  render(
    <MemoryRouter initialEntries={[address]}>
      <App
        i18n={createI18n({ resources: { en: {}, da: {} }, language })}
        queryClient={createQueryClient()}
        env="test"
      />
      <LocationProbe onMove={(location) => (desk.location = location)} />
    </MemoryRouter>,
  )
  return desk
}

function LocationProbe({ onMove }: { onMove: (location: Location) => void }) {
  const location = useLocation()
  useEffect(() => {
    onMove(location)
  }, [location, onMove])
  return null
}
