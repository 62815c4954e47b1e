import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useRef, useState } from 'react'
import { expect, test, vi } from 'vitest'

import { axeViolations } from '../test/axe.ts'
import { renderUi } from '../test/render-ui.tsx'
import type { MarkdownEditorHandle } from './markdown-editor.tsx'
import { PlainMarkdown } from './plain-markdown.tsx'

function Draft({ onNear = vi.fn(), onSubmit = vi.fn() }: { onNear?: () => void; onSubmit?: () => void }) {
  const [value, setValue] = useState('Good day')
  const field = useRef<MarkdownEditorHandle>(null)
  return (
    <>
      <button type="button" onClick={() => field.current?.insertMarkdown(', **thanks**')}>
        Insert
      </button>
      <PlainMarkdown
        {...{ value, onNear, onSubmit, onFocused: vi.fn(), onComposing: vi.fn(), onFiles: vi.fn() }}
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
