import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import {
  getNoticeSettings,
  updateNoticeSettings,
  type NoticePreference,
  type NoticeSettings,
} from '@timedesk/contracts/notice-settings'
import { axeViolations } from '@timedesk/ui/test/axe'
import { beforeEach, expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../test/answers.ts'
import { showDesk } from '../test/show.tsx'

const SLOW = { timeout: 40_000 }
const user = userEvent.setup({ delay: null })
const asked = vi.fn<(body: unknown) => void>()

const cell = (overrides: Partial<NoticePreference>): NoticePreference => ({
  ...{ reason: 'mentioned', level: 'high', scope: 'mine', channel: 'mail', isOn: true, isUsual: true },
  ...overrides,
})
const settings: NoticeSettings = {
  ...{ quietHours: null, quietDays: [], breaksQuiet: false, digestAt: null, timeZone: null },
  ...{ followsOnMention: false, version: 4 },
  preferences: [
    cell({ channel: 'in_app' }),
    cell({}),
    cell({ reason: 'noted', level: 'normal', isOn: true, isUsual: false }),
    cell({ reason: 'replied', level: 'low', scope: 'followed', isOn: false, isUsual: false }),
  ],
}

beforeEach(() => {
  asked.mockClear()
  server.use(
    answer(getNoticeSettings, settings),
    answer(updateNoticeSettings, settings, ({ body }) => asked(body)),
  )
})

test('each press in the matrix holds at once, and a cell that never comes has no box', SLOW, async () => {
  showDesk('/profile/notices')
  const box = await screen.findByRole('checkbox', { name: 'A colleague answers the customer, Followed, Mail' })
  expect(screen.queryByRole('checkbox', { name: 'A colleague answers the customer, Mine, Mail' })).toBeNull()
  expect(await axeViolations(document.body)).toEqual([])
  await user.click(box)

  await waitFor(() =>
    expect(asked).toHaveBeenCalledExactlyOnceWith({
      preferences: [{ reason: 'replied', scope: 'followed', channel: 'mail', isOn: true }],
    }),
  )
})

test('what is refused shows as it was, and why is told', SLOW, async () => {
  server.use(refuse(updateNoticeSettings, 'permission_denied'))
  showDesk('/profile/notices')
  const box = await screen.findByRole<HTMLInputElement>('checkbox', {
    name: 'Somebody mentions you in a note, Mine, Mail',
  })
  await user.click(box)

  expect(await screen.findByRole('alert')).toBeTruthy()
  await waitFor(() => expect(box.checked).toBe(true))
})

test('the usual comes back in one go, once it is asked', SLOW, async () => {
  showDesk('/profile/notices')
  await user.click(await screen.findByRole('button', { name: 'Back to the usual' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Be told again of what is usual?' }))
  await user.click(dialog.getByRole('button', { name: 'Back to the usual' }))

  await waitFor(() =>
    expect(asked).toHaveBeenCalledExactlyOnceWith({
      preferences: [{ reason: 'noted', scope: 'mine', channel: 'mail', isOn: false }],
    }),
  )
})

test('quiet hours, days and the digest are saved together, only what was changed', SLOW, async () => {
  showDesk('/profile/notices')
  await user.click(await screen.findByRole('switch', { name: /^Quiet hours/u }))
  const hours = within(screen.getByRole('group', { name: 'Quiet hours' }))
  await user.clear(hours.getByRole('textbox', { name: 'To' }))
  await user.type(hours.getByRole('textbox', { name: 'To' }), '7')
  await user.click(screen.getByRole('checkbox', { name: 'Sunday' }))
  await user.click(screen.getByRole('switch', { name: /^The rest comes together/u }))
  await user.click(screen.getByRole('button', { name: 'Save' }))

  await waitFor(() =>
    expect(asked).toHaveBeenCalledExactlyOnceWith({
      ...{ quietHours: { from: '18:00', to: '07:00' }, quietDays: [7], digestAt: '08:00' },
    }),
  )
})

test('quiet hours that end when they begin cannot be saved', SLOW, async () => {
  showDesk('/profile/notices', { language: 'da' })
  await user.click(await screen.findByRole('switch', { name: /^Stille timer/u }))
  const to = screen.getByRole('textbox', { name: 'Til' })
  await user.clear(to)
  await user.type(to, '18:00')

  expect(await screen.findByText('De slutter, når de begynder.')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Gem' }).hasAttribute('disabled')).toBe(true)
})

test('when somebody saved from another device first, what one wrote stays', SLOW, async () => {
  server.use(refuse(updateNoticeSettings, 'stale_version'))
  showDesk('/profile/notices')
  await user.click(await screen.findByRole('switch', { name: /^The rest comes together/u }))
  await user.click(screen.getByRole('button', { name: 'Save' }))

  expect(await screen.findByRole('alert')).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'At' }).value).toBe('08:00')
})
