import { MantineProvider } from '@mantine/core'
import { act, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createI18n } from '@timedesk/ui/i18n'
import { I18nextProvider } from 'react-i18next'
import { expect, test, vi } from 'vitest'

import { OrderList } from './order-list.tsx'

const i18n = createI18n({ resources: { en: {}, da: {} }, language: 'en' })
const user = userEvent.setup({ delay: null })
const ROW_HEIGHT = 40

function show(onOrder: (keys: string[]) => unknown, isDisabled = false) {
  render(
    <I18nextProvider i18n={i18n}>
      <MantineProvider env="test">
        <OrderList
          label="Fruits"
          items={['Apple', 'Pear', 'Plum']}
          keyOf={(fruit) => fruit}
          nameOf={(fruit) => fruit}
          onOrder={onOrder}
          isDisabled={isDisabled}
        >
          {(fruit, handle) => (
            <>
              {handle}
              {fruit}
            </>
          )}
        </OrderList>
      </MantineProvider>
    </I18nextProvider>,
  )
}

const shown = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent)

test('the arrow keys move a row, which keeps the focus while the order is stored', async () => {
  const store = Promise.withResolvers<undefined>()
  const onOrder = vi.fn(() => store.promise)
  show(onOrder)
  const handle = screen.getByRole('button', { name: 'Move Apple' })
  handle.focus()
  await user.keyboard('{ArrowDown}')

  expect(onOrder).toHaveBeenCalledExactlyOnceWith(['Pear', 'Apple', 'Plum'])
  expect(shown()).toEqual(['Pear', 'Apple', 'Plum'])
  expect(document.activeElement).toBe(handle)
  expect(screen.getByRole('status').textContent).toBe('Apple now stands at 2 of 3.')
  await act(async () => {
    store.resolve(undefined)
    await store.promise
  })
  expect(shown()).toEqual(['Apple', 'Pear', 'Plum'])
})

test('a row is dragged by its handle, and Escape leaves it where it was', () => {
  const onOrder = vi.fn()
  show(onOrder)
  for (const [place, row] of screen.getAllByRole('listitem').entries()) {
    vi.spyOn(row, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, place * ROW_HEIGHT, 200, ROW_HEIGHT))
  }
  const handle = screen.getByRole('button', { name: 'Move Apple' })
  handle.setPointerCapture = vi.fn()
  fireEvent.pointerDown(handle, { button: 0, clientY: 20 })
  fireEvent.pointerMove(handle, { clientY: 3 * ROW_HEIGHT })
  expect(shown()).toEqual(['Pear', 'Plum', 'Apple'])
  fireEvent.keyDown(handle, { key: 'Escape' })
  fireEvent.pointerUp(handle)
  expect(onOrder).not.toHaveBeenCalled()

  fireEvent.pointerDown(handle, { button: 0, clientY: 20 })
  fireEvent.pointerMove(handle, { clientY: 3 * ROW_HEIGHT })
  fireEvent.pointerUp(handle)
  expect(onOrder).toHaveBeenCalledExactlyOnceWith(['Pear', 'Plum', 'Apple'])
})

test('the ends are ends, and who may move nothing has no handles', async () => {
  const onOrder = vi.fn()
  show(onOrder)
  screen.getByRole('button', { name: 'Move Apple' }).focus()
  await user.keyboard('{ArrowUp}')
  expect(onOrder).not.toHaveBeenCalled()
})

test('without handles nothing can be moved', () => {
  show(vi.fn(), true)
  expect(screen.queryByRole('button')).toBeNull()
})
