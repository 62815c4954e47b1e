import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'

import { axeViolations } from '../test/axe.ts'
import { renderUi } from '../test/render-ui.tsx'
import { ShortcutProvider } from './shortcut-provider.tsx'
import { ariaKeys, useKeysOf, useShortcutRegistry, useShortcuts } from './use-shortcuts.ts'

/** The sheet is a file of its own, which takes its time on a busy machine. */
const LAZY = { timeout: 8_000 }

const did: string[] = []
const does = (what: string) => () => void did.push(what)

beforeEach(() => {
  did.length = 0
  localStorage.clear()
})

function Keyed() {
  useShortcuts([
    { id: 'case.reply', keys: 'r', label: 'Reply', run: does('reply'), group: 'Case' },
    { keys: 'g i', label: 'Go to inbox', run: does('inbox') },
    { id: 'case.merge', keys: 'x', label: 'Merge', run: does('merge'), when: false, reason: 'It is merged already.' },
    { id: 'copy.number', keys: '.', label: 'Copy number', run: does('number') },
    { id: 'copy.link', keys: '. .', label: 'Copy link', run: does('link') },
    { id: 'copy.both', keys: '. . .', label: 'Copy both', run: does('both') },
    { keys: '[', label: 'Previous', run: does('previous') },
  ])
  const { run } = useShortcutRegistry()
  const keys = useKeysOf('case.reply')
  return (
    <>
      <input aria-label="Subject" />
      <button type="button" aria-keyshortcuts={ariaKeys(keys)} onClick={() => run('case.reply')}>
        Answer
      </button>
    </>
  )
}

function show() {
  renderUi(
    <ShortcutProvider>
      <Keyed />
    </ShortcutProvider>,
  )
}

async function openSheet() {
  await userEvent.keyboard('?')
  return screen.findByRole('dialog', { name: 'Keyboard shortcuts' }, LAZY)
}

test('keys work outside fields, in sequences, and not when they are off for now', async () => {
  show()

  await userEvent.keyboard('r')
  await userEvent.keyboard('gi')
  await userEvent.keyboard('x')
  await userEvent.type(screen.getByRole('textbox', { name: 'Subject' }), 'r')

  expect(did).toEqual(['reply', 'inbox'])
})

test('one key after the other goes on from the shorter sequence, and another key begins anew', async () => {
  show()

  await userEvent.keyboard('...')
  await userEvent.keyboard('.r')

  expect(did).toEqual(['number', 'link', 'both', 'number', 'reply'])
})

test('shift makes another key of a letter, and a sign is the same however the keyboard writes it', async () => {
  show()

  await userEvent.keyboard('{Shift>}R{/Shift}')
  document.dispatchEvent(new KeyboardEvent('keydown', { key: '[', ctrlKey: true, altKey: true }))

  expect(did).toEqual(['previous'])
})

test('the sheet is found in by words, tells why something is off, and turns all keys off', async () => {
  show()

  const sheet = await openSheet()
  expect(within(sheet).getByText('It is merged already.')).toBeTruthy()
  expect(await axeViolations(sheet)).toEqual([])
  await userEvent.type(within(sheet).getByRole('textbox', { name: 'Find a key' }), 'inbox')
  expect(
    within(sheet)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['Go to inboxGthenI'])
  await userEvent.click(within(sheet).getByRole('switch', { name: 'Use keyboard shortcuts' }))
  await userEvent.click(within(sheet).getByRole('button', { name: 'Close' }))
  await userEvent.keyboard('r')

  expect(did).toEqual([])
})

test('a person gives a shortcut other keys, is told whose they were, and gets the first ones back', async () => {
  show()
  expect(screen.getByRole('button', { name: 'Answer' }).getAttribute('aria-keyshortcuts')).toBe('r')

  const sheet = await openSheet()
  await userEvent.click(within(sheet).getByRole('button', { name: 'Change the keys of “Reply”' }))
  await userEvent.keyboard('[[')
  expect(within(sheet).getByText('These keys belong to “Previous”. Saving takes them from there.')).toBeTruthy()
  expect(await axeViolations(sheet)).toEqual([])
  await userEvent.keyboard('{Enter}')
  expect(within(sheet).getByText('Your own')).toBeTruthy()
  await userEvent.click(within(sheet).getByRole('button', { name: 'Close' }))
  await userEvent.keyboard('r[[')

  expect(did).toEqual(['reply'])
  expect(screen.getByRole('button', { name: 'Answer' }).getAttribute('aria-keyshortcuts')).toBe('[')

  const again = await openSheet()
  await userEvent.click(within(again).getByRole('button', { name: 'All keys as at first' }))
  await userEvent.click(within(again).getByRole('button', { name: 'Close' }))
  await userEvent.keyboard('r')

  expect(did).toEqual(['reply', 'reply'])
})

test('a shortcut without keys is done by its button alone', async () => {
  show()

  const sheet = await openSheet()
  await userEvent.click(within(sheet).getByRole('button', { name: 'Change the keys of “Reply”' }))
  await userEvent.click(within(sheet).getByRole('button', { name: 'No keys' }))
  await userEvent.click(within(sheet).getByRole('button', { name: 'Close' }))
  await userEvent.keyboard('r')
  expect(did).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Answer' }))

  expect(did).toEqual(['reply'])
})

test('a registration that goes takes its keys along', async () => {
  const view = renderUi(
    <ShortcutProvider>
      <Keyed />
    </ShortcutProvider>,
  )
  view.unmount()
  const run = vi.fn()
  document.addEventListener('keydown', run, { once: true })
  await userEvent.keyboard('r')

  expect(run).toHaveBeenCalledOnce()
  expect(did).toEqual([])
})
