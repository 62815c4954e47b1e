import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { getCase, markCaseRead } from '@timedesk/contracts/cases'
import { getContact } from '@timedesk/contracts/contacts'
import { getCaseCover, previewTime } from '@timedesk/contracts/cover'
import { getCustomerCard } from '@timedesk/contracts/customers'
import { listTimeline } from '@timedesk/contracts/dialogue'
import { getTimer, pauseTimer, resumeTimer, startTimer, stopTimer, type Timer } from '@timedesk/contracts/timer'
import { listCases } from '@timedesk/contracts/work-list'
import { expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../../test/answers.ts'
import { buildCase, buildMessage, ids, pageOf } from '../../test/build.ts'
import { showDesk } from '../../test/show.tsx'
import { buildEntry, buildVerdict } from '../../test/time-cast.ts'

const MS_PER_MINUTE = 60_000
/** What stops the timer is fetched when it is first stopped. */
const SLOW = { timeout: 30_000 }

function buildTimer(overrides: Partial<Timer> = {}): Timer {
  return {
    case: { id: ids.waiting, number: 1050, subject: 'Slow VPN' },
    activityType: null,
    text: '',
    startedAt: new Date(Date.now() - 20 * MS_PER_MINUTE).toISOString(),
    pausedAt: null,
    measuredSeconds: 120,
    ...overrides,
  }
}

function showTimer(timer: Timer): void {
  showDesk('/cases')
  server.use(answer(listCases, pageOf()), answer(getTimer, { timer }), answer(previewTime, buildVerdict()))
}

test('the timer counts on from what it measured before its pause', async () => {
  showTimer(buildTimer())

  expect((await screen.findByRole('timer')).textContent).toMatch(/^0:22:\d\d$/u)
})

test('a running timer pauses, and a paused one goes on', async () => {
  const [onPause, onResume] = [vi.fn<() => void>(), vi.fn<() => void>()]
  const paused = buildTimer({ pausedAt: new Date().toISOString(), measuredSeconds: 1_320 })
  showTimer(buildTimer())
  server.use(answer(pauseTimer, paused, onPause), answer(resumeTimer, buildTimer(), onResume))
  const pause = await screen.findByRole('button', { name: 'Pause the timer' })
  server.use(answer(getTimer, { timer: paused }))
  await userEvent.click(pause)

  expect(onPause).toHaveBeenCalledOnce()
  await userEvent.click(await screen.findByRole('button', { name: 'Go on with the timer' }))
  await waitFor(() => expect(onResume).toHaveBeenCalledOnce())
  expect(screen.getByRole('timer').textContent).toBe('0:22:00')
})

test('stopping offers what was measured with its verdict, and a refusal keeps it', SLOW, async () => {
  showTimer(buildTimer({ text: 'Router logs' }))
  server.use(refuse(stopTimer, 'week_closed'))
  await userEvent.click(await screen.findByRole('button', { name: 'Stop and register the time' }))
  const dialog = await screen.findByRole('dialog', {}, { timeout: SLOW.timeout })
  const field = within(dialog).getByRole<HTMLInputElement>('textbox', { name: 'Time spent' })
  expect(field.value).toBe('0:22')
  expect(await within(dialog).findByText(/V-12: 3:15 → 2:45 left/u)).toBeTruthy()
  await userEvent.click(within(dialog).getByRole('button', { name: 'Register' }))

  expect(await within(dialog).findByText(/This week is submitted or approved/u)).toBeTruthy()
  expect(within(dialog).getByRole<HTMLTextAreaElement>('textbox', { name: 'Internal text' }).value).toBe('Router logs')
})

test('starting elsewhere asks, registers the running timer first when told so, and starts then', SLOW, async () => {
  const onStop = vi.fn<(body: unknown) => void>()
  const onStart = vi.fn<() => void>()
  showDesk('/cases/1042')
  server.use(
    answer(getCase, buildCase()),
    answer(listTimeline, pageOf(buildMessage())),
    answer(markCaseRead, null),
    refuse(getCustomerCard, 'permission_denied'),
    refuse(getContact, 'permission_denied'),
    refuse(getCaseCover, 'permission_denied'),
    answer(previewTime, buildVerdict()),
    answer(getTimer, { timer: buildTimer() }),
    refuse(startTimer, 'timer_running'),
    answer(stopTimer, buildEntry(), ({ body }) => {
      onStop(body)
      server.use(answer(getTimer, { timer: null }))
    }),
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Start timer' }))
  const question = await screen.findByRole('dialog', { name: 'Start timer' })
  expect(question.textContent).toContain('#1050 Slow VPN')
  server.use(answer(startTimer, buildTimer(), onStart))
  await userEvent.click(within(question).getByRole('button', { name: 'Register it, then start here' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Register' }))

  await waitFor(() => expect(onStart).toHaveBeenCalledOnce())
  expect(onStop.mock.calls[0]?.[0]).toMatchObject({ minutes: 22, activityTypeId: ids.activity })
})
