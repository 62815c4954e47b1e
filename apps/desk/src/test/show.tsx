import { configure, render } from '@testing-library/react'
import { notifications } from '@mantine/notifications'
import { getWorkCounts } from '@timedesk/contracts/work-list'
import { getMe, refreshSession, type Me } from '@timedesk/contracts/identity'
import { listNotices } from '@timedesk/contracts/notices'
import { listActivityTypes } from '@timedesk/contracts/settings'
import { listCaseTypes, listPriorities } from '@timedesk/contracts/case-settings'
import { listDepartments } from '@timedesk/contracts/staff'
import { getTimer } from '@timedesk/contracts/time'
import { createI18n, type Language } from '@timedesk/ui/i18n'
import { createMemoryRouter } from 'react-router'
import { afterAll, afterEach, beforeAll, vi } from 'vitest'

import { App } from '../app.tsx'
import { routes } from '../router.tsx'
import { createQueryClient } from '../shared/create-query-client.ts'
import { texts } from '../texts.ts'
import { answer, server } from './answers.ts'
import { buildActivityType, buildMe, pageOf } from './build.ts'

// Pages are fetched when they are first opened, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 8_000 })

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
      answer(refreshSession, { accessExpiresAt: '2099-01-01T00:00:00.000Z' }),
      answer(getWorkCounts, { mine: 1, department: 2, unassigned: 3, all: 100 }),
      answer(listNotices, { ...pageOf(), unread: 0 }),
      answer(getTimer, { timer: null }),
      answer(listActivityTypes, { data: [buildActivityType()] }),
      answer(listPriorities, { data: [] }),
      answer(listCaseTypes, { data: [] }),
      answer(listDepartments, pageOf()),
    ],
  )
  const router = createMemoryRouter(routes, { initialEntries: [address] })
  render(
    <App
      i18n={createI18n({ resources: texts, language })}
      queryClient={createQueryClient()}
      router={router}
      env="test"
    />,
  )
  return router
}
