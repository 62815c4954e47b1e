import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import {
  followCase,
  getCaseAttention,
  listSnoozeChoices,
  snoozeCase,
  unfollowCase,
  wakeCase,
  type CaseAttention,
} from '@timedesk/contracts/case-attention'
import { getCase, markCaseRead } from '@timedesk/contracts/cases'
import { getContact } from '@timedesk/contracts/contacts'
import { getCaseCover } from '@timedesk/contracts/cover'
import { getCustomerCard } from '@timedesk/contracts/customers'
import { listTimeline } from '@timedesk/contracts/dialogue'
import { axeViolations } from '@timedesk/ui/test/axe'
import { beforeEach, expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../../test/answers.ts'
import { buildCase, buildMessage, ids, mette, pageOf } from '../../test/build.ts'
import { besideAnswers } from '../../test/case-answers.ts'
import { showDesk } from '../../test/show.tsx'

const SLOW = { timeout: 40_000 }
const TOMORROW = '2026-03-03T07:00:00.000Z'
const user = userEvent.setup({ delay: null })
const asked = vi.fn<(body: unknown) => void>()

const nobody: CaseAttention = { followers: [], isFollowing: false, isMuted: false, snoozedUntil: null }
const followed: CaseAttention = {
  ...nobody,
  isFollowing: true,
  followers: [{ ...mette, initials: 'MH', since: '2026-03-02T09:00:00.000Z', cause: 'by_hand' }],
}

beforeEach(() => {
  asked.mockClear()
  server.use(
    ...besideAnswers,
    answer(getCase, buildCase()),
    answer(listTimeline, pageOf(buildMessage())),
    answer(markCaseRead, null),
    refuse(getContact, 'not_found'),
    refuse(getCaseCover, 'not_found'),
    refuse(getCustomerCard, 'not_found'),
    answer(listSnoozeChoices, {
      data: [
        { kind: 'tomorrow', until: TOMORROW },
        { kind: 'next_week', until: '2026-03-09T07:00:00.000Z' },
      ],
    }),
  )
})

test('one press follows a case, the people beside it say so, and w undoes it', SLOW, async () => {
  server.use(
    answer(followCase, followed, () => asked('follow')),
    answer(unfollowCase, { ...nobody, isMuted: true }, () => asked('unfollow')),
  )
  showDesk('/cases/1042')
  const button = await screen.findByRole('button', { name: 'Follow' })
  await waitFor(() => expect(button.hasAttribute('disabled')).toBe(false))
  await user.click(button)

  expect((await screen.findByRole('button', { name: 'Following' })).getAttribute('aria-pressed')).toBe('true')
  button.blur()
  await user.keyboard('w')

  expect(await screen.findByRole('button', { name: 'Follow', pressed: false })).toBeTruthy()
  expect(asked.mock.calls.flat()).toEqual(['follow', 'unfollow'])
})

test('h snoozes a case until a moment of one’s own work, and it can be taken back', SLOW, async () => {
  server.use(
    answer(snoozeCase, { ...nobody, snoozedUntil: TOMORROW }, ({ body }) => asked(body)),
    answer(wakeCase, nobody, () => asked('wake')),
  )
  showDesk('/cases/1042')
  await screen.findByRole('button', { name: 'Snooze' })
  await user.keyboard('h')
  const choices = await screen.findByRole('group', { name: 'Until when' })
  const choice = await within(choices).findByRole('button', { name: /Next working day/u })
  expect(await axeViolations(choices)).toEqual([])
  await user.click(choice)

  expect(await screen.findByRole('button', { name: /^Snoozed until/u })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Take back' }))

  expect(await screen.findByRole('button', { name: 'Snooze' })).toBeTruthy()
  expect(asked.mock.calls.flat()).toEqual([{ until: TOMORROW }, 'wake'])
})

test(
  'without suggestions one chooses a time oneself, and a refused one is told where it was chosen',
  SLOW,
  async () => {
    server.use(
      refuse(listSnoozeChoices, 'fault'),
      refuse(snoozeCase, 'field_refused', [
        { pointer: '/body/until', code: 'past', message: 'Choose a time to come.' },
      ]),
    )
    showDesk('/cases/1042')
    await user.click(await screen.findByRole('button', { name: 'Snooze' }))
    expect(await screen.findByText(/suggested times cannot be had/u)).toBeTruthy()
    await user.type(screen.getByLabelText('Another time'), '2026-03-04T10:30')
    await user.click(screen.getByRole('button', { name: 'Snooze until then' }))

    expect(await screen.findByRole('alert')).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('Another time').value).toBe('2026-03-04T10:30')
  },
)

test('the address of a mail asks whether to unfollow, and a link alone changes nothing', SLOW, async () => {
  server.use(
    answer(getCaseAttention, followed),
    answer(unfollowCase, { ...nobody, isMuted: true }, () => asked('unfollow')),
  )
  const desk = showDesk('/cases/1042?unfollow=1')
  const dialog = await screen.findByRole('dialog', { name: 'Unfollow case #1042?' })
  expect(asked).not.toHaveBeenCalled()
  await user.click(within(dialog).getByRole('button', { name: 'Unfollow' }))

  await waitFor(() => expect(asked).toHaveBeenCalledExactlyOnceWith('unfollow'))
  await waitFor(() => expect(desk.location?.search).toBe(''))
})

test('whoever does not follow a case is told why mail comes all the same', SLOW, async () => {
  showDesk('/cases/1042?unfollow=1', { language: 'da' })

  const dialog = await screen.findByRole('dialog', { name: 'Du følger ikke sag #1042.' })
  expect(within(dialog).getByRole('link', { name: 'Vælg, hvad du får besked om' }).getAttribute('href')).toBe(
    '/profile/notices',
  )
})

test('the people of a case are those who follow it, with the reader among them', SLOW, async () => {
  const other = {
    ...followed,
    followers: [
      ...followed.followers,
      {
        ...followed.followers[0],
        id: ids.anna,
        name: 'Jonas Lindqvist',
        initials: 'JL',
        since: TOMORROW,
        cause: 'mention' as const,
      },
    ],
  }
  server.use(answer(getCaseAttention, other))
  showDesk('/cases/1042')

  const followers = within(await screen.findByRole('region', { name: 'Followers' }))
  const lines = (await followers.findAllByRole('listitem')).map((line) => line.textContent)
  expect(lines).toEqual(['Mette Holm (you)', 'Jonas Lindqvist'])
})
