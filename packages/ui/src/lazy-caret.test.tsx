import { act, fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'

import { renderUi } from '../test/render-ui.tsx'
import { LazyMarkdownEditor } from './lazy-markdown-editor.tsx'

function Draft() {
  const [value, setValue] = useState('Hello world')
  return <LazyMarkdownEditor waits label="Reply" value={value} onChange={setValue} />
}

test('who writes within the text keeps the plain field until the caret stands at its end', async () => {
  renderUi(<Draft />)
  const plain = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Reply' })
  const goTo = (place: number) => {
    plain.setSelectionRange(place, place)
    fireEvent.keyUp(plain)
  }

  act(() => plain.focus())
  goTo(5)
  await act(() => import('./markdown-editor.tsx'))
  expect(screen.getByRole('textbox', { name: 'Reply' })).toBe(plain)
  goTo(plain.value.length)

  await screen.findByRole('button', { name: 'Bold' })
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Reply' }))
})
