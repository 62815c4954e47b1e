import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { getCase } from '@timedesk/contracts/cases'
import { getNoticeSettings } from '@timedesk/contracts/notice-settings'
import { callBackDraft } from '@timedesk/contracts/scheduled-messages'
import { axeViolations } from '@timedesk/ui/test/axe'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { answer, refuse, server } from '../../test/answers.ts'
import { buildMessageDraft } from '../../test/build-draft.ts'
import { ids } from '../../test/build.ts'
import { showDesk } from '../../test/show.tsx'
import { forgetLeaving, tellLeaving } from './leaving-messages.ts'

const SLOW = { timeout: 40_000 }
const LAST_MS = 1_500
const draftId = ids.message
let held = Promise.withResolvers<undefined>()

beforeEach(() => {
  held = Promise.withResolvers()
  server.use(refuse(getNoticeSettings, 'permission_denied'), refuse(getCase, 'not_found'))
})
afterEach(() => forgetLeaving(draftId))

/** Calls a message back in its last moment, from a page far from its case; the answer comes after that. */
async function callBackLate() {
  const desk = showDesk('/profile/notices')
  await screen.findByRole('button', { name: /^Notices/u }, SLOW)
  // The bar is fetched before the seconds count.
  await import('./leaving-bar.tsx')
  const about = { caseId: ids.case, number: 1042, kind: 'reply', isShared: false } as const
  tellLeaving({ draftId, ...about, until: Date.now() + LAST_MS })
  await userEvent.click(await screen.findByRole('button', { name: 'Undo: call back what was sent on #1042' }))
  expect(await screen.findByText('The reply on #1042 goes out in 0 s')).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
  expect(screen.getByRole('region', { name: 'Sent just now' })).toBeTruthy()
  held.resolve(undefined)
  return desk
}

test('who calls back in the last second is told that it was too late', SLOW, async () => {
  server.use(refuse(callBackDraft, 'draft_gone', [], () => held.promise))
  const desk = await callBackLate()

  expect(await screen.findByRole('alert')).toBeTruthy()
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Sent just now' })).toBeNull())
  expect(desk.location?.pathname).toBe('/profile/notices')
})

test('or has the draft again', SLOW, async () => {
  server.use(answer(callBackDraft, buildMessageDraft(), () => held.promise))
  const desk = await callBackLate()

  await waitFor(() => expect(desk.location?.pathname).toBe('/cases/1042'))
  expect(screen.queryByRole('region', { name: 'Sent just now' })).toBeNull()
})
