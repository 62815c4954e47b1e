import { act, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useRef, useState } from 'react'
import { expect, test, vi } from 'vitest'

import { axeViolations } from '../test/axe.ts'
import { renderUi } from '../test/render-ui.tsx'
import type { MarkdownEditorHandle } from './markdown-editor.tsx'
import { PlainMarkdown } from './plain-markdown.tsx'

type DraftProps = { onNear?: () => void; onSubmit?: () => void; onWithin?: (isWithin: boolean) => void }

function Draft({ onNear = vi.fn(), onSubmit = vi.fn(), onWithin = vi.fn() }: DraftProps) {
  const [waiting, onWaiting] = useState<readonly File[]>([])
  const [value, setValue] = useState('Good day')
  const field = useRef<MarkdownEditorHandle>(null)
  return (
    <>
      <button type="button" onClick={() => field.current?.insertMarkdown(', **thanks**')}>
        Insert
      </button>
      <PlainMarkdown
        {...{ value, onNear, onSubmit, onWithin, waiting, onWaiting, onFocused: vi.fn(), onComposing: vi.fn() }}
        onUpload={vi.fn()}
        footer={<button type="button">Send</button>}
        ref={field}
        label="Reply"
        tone="internal"
        onChange={setValue}
      />
    </>
  )
}

function text(): string {
  return screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Reply' }).value
}

test('says that somebody comes near, and breaks no accessibility rule', async () => {
  const onNear = vi.fn()
  const { container } = renderUi(<Draft onNear={onNear} />)
  expect(onNear).not.toHaveBeenCalled()

  await userEvent.hover(screen.getByRole('textbox', { name: 'Reply' }))

  expect(onNear).toHaveBeenCalled()
  expect(screen.getByText('Only staff see this')).toBeTruthy()
  expect(await axeViolations(container)).toEqual([])
})

test('takes what is put in, and goes on behind it', async () => {
  renderUi(<Draft />)

  await userEvent.click(screen.getByRole('button', { name: 'Insert' }))
  await userEvent.keyboard('!')

  expect(text()).toBe('Good day, **thanks**!')
})

test('submits with Ctrl and Enter without breaking the line', async () => {
  const onSubmit = vi.fn()
  renderUi(<Draft onSubmit={onSubmit} />)

  await userEvent.click(screen.getByRole('textbox', { name: 'Reply' }))
  await userEvent.keyboard('{Control>}{Enter}{/Control}')

  expect(onSubmit).toHaveBeenCalledOnce()
  expect(text()).toBe('Good day')
})

test('nothing is sent while a file waits, which can be taken away', async () => {
  const onSubmit = vi.fn()
  const { container } = renderUi(<Draft onSubmit={onSubmit} />)
  const field = screen.getByRole('textbox', { name: 'Reply' })
  const footer = container.querySelector('.td-editor-footer')
  await userEvent.click(field)

  fireEvent.paste(field, { clipboardData: { files: [new File(['x'], 'error.log')], types: ['Files'] } })
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(screen.getByText('error.log is sent along once the editor is here')).toBeTruthy()
  expect(footer?.hasAttribute('inert')).toBe(true)
  expect(await axeViolations(container)).toEqual([])
  expect(onSubmit).not.toHaveBeenCalled()

  await userEvent.click(screen.getByRole('button', { name: 'Remove error.log' }))
  expect(footer?.hasAttribute('inert')).toBe(false)
  fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true })
  expect(onSubmit).toHaveBeenCalledOnce()
})

test('says whether somebody writes within the text', async () => {
  const onWithin = vi.fn<(isWithin: boolean) => void>()
  renderUi(<Draft onWithin={onWithin} />)
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Reply' })
  const choose = (from: number, to: number) => {
    field.setSelectionRange(from, to)
    fireEvent.keyUp(field)
    return onWithin.mock.lastCall?.[0]
  }
  await userEvent.click(field)

  expect(choose(4, 4)).toBe(true)
  expect(choose(8, 8)).toBe(false)
  expect(choose(0, 8)).toBe(true)
  act(() => field.blur())
  expect(onWithin.mock.lastCall?.[0]).toBe(false)
})
