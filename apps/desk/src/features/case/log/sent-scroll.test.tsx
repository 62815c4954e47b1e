import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listTimeline, writeNote } from '@timedesk/contracts/dialogue'
import { announcePresence } from '@timedesk/contracts/presence'
import { afterEach, expect, test, vi } from 'vitest'

import { answer, server } from '../../../test/answers.ts'
import { buildMessage, ids, mette, pageOf } from '../../../test/build.ts'
import { caseAnswers } from '../../../test/case-answers.ts'
import { showDesk } from '../../../test/show.tsx'

/** The first case that is opened brings the editor along. */
const SLOW = { timeout: 40_000 }

afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

test('what one sends comes into view, and what others send does not move the page', SLOW, async () => {
  const shown = vi.fn<(id: string) => void>()
  Element.prototype.scrollIntoView = vi.fn<(this: Element) => void>(function (this: Element) {
    shown(this.id)
  })
  const later = { isDescription: false, author: { kind: 'employee' as const, ...mette } }
  const sent = buildMessage({ ...later, id: ids.solved, at: '2026-03-02T12:00:00.000Z', body: 'The new driver.' })
  const other = buildMessage({ ...later, id: ids.waiting, at: '2026-03-02T12:01:00.000Z', body: 'And me.' })
  server.use(
    ...caseAnswers,
    answer(writeNote, { ...sent, kind: 'note' as const }, () =>
      server.use(answer(listTimeline, pageOf(other, sent, buildMessage()))),
    ),
  )
  showDesk('/cases/1042')
  await userEvent.click(await screen.findByRole('textbox', { name: 'Internal note' }, SLOW))
  await userEvent.keyboard('The new driver.{Control>}{Enter}{/Control}')

  await waitFor(() => expect(shown).toHaveBeenCalledWith(`item-${ids.solved}`))
  expect(await screen.findByText('And me.')).toBeTruthy()
  expect(shown).not.toHaveBeenCalledWith(`item-${ids.waiting}`)
})

test('what is sent is not written any more, and colleagues read so at once', SLOW, async () => {
  const states: unknown[] = []
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible')
  Element.prototype.scrollIntoView = vi.fn()
  server.use(
    answer(announcePresence, { data: [] }, ({ body }) => states.push((body as { state: string }).state)),
    answer(writeNote, { ...buildMessage({ isDescription: false }), kind: 'note' as const }),
    ...caseAnswers,
  )
  showDesk('/cases/1042')
  await userEvent.click(await screen.findByRole('textbox', { name: 'Internal note' }, SLOW))
  await userEvent.keyboard('Done')
  await waitFor(() => expect(states.at(-1)).toBe('noting'))
  await userEvent.keyboard('{Control>}{Enter}{/Control}')

  await waitFor(() => expect(states.at(-1)).toBe('viewing'))
})
