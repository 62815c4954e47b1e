import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { IconInbox } from '@tabler/icons-react'
import { expect, test, vi } from 'vitest'

import { axeViolations } from '../test/axe.ts'
import { renderUi } from '../test/render-ui.tsx'
import { AppFrame } from './app-frame.tsx'
import { useRovingRows } from './use-roving-rows.ts'

function renderFrame(onSignOut = vi.fn()) {
  return renderUi(
    <AppFrame
      appName="Timedesk"
      navItems={[
        { label: 'Inbox', icon: <IconInbox />, href: '/inbox', active: true, badge: 240 },
        { label: 'Time', icon: <IconInbox />, href: '/time' },
      ]}
      renderLink={(link) => <a {...link} />}
      user={{ name: 'Mikkel Dahl', email: 'mikkel@example.com' }}
      onSignOut={onSignOut}
    >
      <h1>Cases</h1>
    </AppFrame>,
  )
}

test('the frame has a skip link, navigation with the current page, and a main landmark', async () => {
  const { container } = renderFrame()

  expect(screen.getByRole('link', { name: 'Skip to content' }).getAttribute('href')).toBe('#main')
  expect(within(screen.getByRole('main')).getByRole('heading', { name: 'Cases' })).toBeTruthy()
  const current = within(screen.getByRole('navigation')).getByRole('link', { current: 'page' })
  expect(current.textContent).toBe('Inbox99+')
  expect(await axeViolations(container)).toEqual([])
})

test('the user menu changes language and appearance, remembers both, and signs out', async () => {
  const onSignOut = vi.fn()
  renderFrame(onSignOut)

  await userEvent.click(screen.getByRole('button', { name: 'Account menu for Mikkel Dahl' }))
  await userEvent.click(await screen.findByRole('menuitemradio', { name: 'Dansk' }))
  await userEvent.click(screen.getByRole('menuitemradio', { name: 'Mørkt' }))
  await userEvent.click(screen.getByRole('menuitem', { name: 'Log ud' }))

  expect(localStorage.getItem('timedesk.language')).toBe('da')
  expect(localStorage.getItem('timedesk.color-scheme')).toBe('dark')
  expect(document.documentElement.lang).toBe('da')
  expect(onSignOut).toHaveBeenCalledOnce()
})

function Rows({ onOpen }: { onOpen: (index: number) => void }) {
  const { rowProps } = useRovingRows({ count: 3, onOpen })
  return [0, 1, 2].map((index) => (
    <div key={index} role="button" {...rowProps(index)}>
      {`Row ${index}`}
    </div>
  ))
}

test('rows are one tab stop, moved through by j and k and opened by Enter', async () => {
  const onOpen = vi.fn()
  renderUi(<Rows onOpen={onOpen} />)

  await userEvent.tab()
  await userEvent.keyboard('jjjk{Enter}')

  expect(screen.getAllByRole('button').map((row) => row.tabIndex)).toEqual([-1, 0, -1])
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(1)
})
