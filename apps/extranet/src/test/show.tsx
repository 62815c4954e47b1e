import { extranetRefreshSession, extranetGetMe, type ExtranetMe } from '@timedesk/contracts/extranet-identity'
import { extranetStreamLive } from '@timedesk/contracts/live'
import { extranetListNotices } from '@timedesk/contracts/notices'
import { notifications } from '@mantine/notifications'
import { configure, render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { createI18n, type Language } from '@timedesk/ui/i18n'
import { MemoryRouter } from 'react-router'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { App } from '../app.tsx'
import { createQueryClient } from '../shared/query-client.ts'
import { answer, refuse, server } from './answers.ts'
import { pageOf } from './build.ts'

// Pages are fetched when they are first opened, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 8_000 })

/** jsdom has no stream of events; nothing arrives live in these tests. */
class SilentSource {
  close = () => undefined
}

beforeAll(() => {
  Object.assign(globalThis, { EventSource: SilentSource })
  server.listen({ onUnhandledFrame: 'error' })
})
afterEach(() => {
  notifications.clean()
  server.resetHandlers()
})
afterAll(() => {
  server.close()
})

const TEN_MINUTES_MS = 10 * 60_000

/** When an access that is given now ends. */
export function inTenMinutes(): string {
  return new Date(Date.now() + TEN_MINUTES_MS).toISOString()
}

/** Shows the extranet at an address, to `me` or to nobody. */
export function show(address: string, me: ExtranetMe | null, language: Language = me?.language ?? 'en') {
  server.use(
    me === null ? refuse(extranetGetMe, 'unauthenticated') : answer(extranetGetMe, me),
    me === null
      ? refuse(extranetRefreshSession, 'session_ended')
      : answer(extranetRefreshSession, { accessExpiresAt: inTenMinutes() }),
    answer(extranetListNotices, { ...pageOf(), unread: 0 }),
    answer(extranetStreamLive, null),
  )
  const i18n = createI18n({ resources: { en: {}, da: {} }, language })
  const screen = render(
    <MemoryRouter initialEntries={[address]}>
      <App i18n={i18n} queryClient={createQueryClient()} env="test" />
    </MemoryRouter>,
  )
  return { ...screen, user: userEvent.setup() }
}
