import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'

import { renderUi } from '../test/render-ui.tsx'
import { LazyMarkdownEditor } from './lazy-markdown-editor.tsx'
import type { Upload } from './use-editor-uploads.ts'

type DraftProps = { initial?: string; onUpload?: Upload }

function Draft({ initial = '', onUpload }: DraftProps) {
  const [value, setValue] = useState(initial)
  return (
    <>
      <LazyMarkdownEditor waits label="Reply" value={value} onChange={setValue} {...(onUpload && { onUpload })} />
      <output aria-label="Markdown">{value}</output>
    </>
  )
}

// The editor is fetched once for all that come later, so what happens before that is one test.
test('what is typed and pasted before the editor is there goes on in it, with the focus and whole', async () => {
  const user = userEvent.setup()
  const onUpload = vi
    .fn<Upload>()
    .mockResolvedValue({ id: 'a1', name: 'error.log', contentType: 'text/plain', url: '/a1' })
  renderUi(<Draft onUpload={onUpload} />)
  const plain = screen.getByRole('textbox', { name: 'Reply' })
  expect(screen.queryByRole('button', { name: 'Bold' })).toBeNull()

  act(() => plain.focus())
  await user.keyboard('Hel')
  fireEvent.compositionStart(plain)
  await act(() => import('./markdown-editor.tsx'))
  expect(screen.getByRole('textbox', { name: 'Reply' })).toBe(plain)
  const log = new File(['x'], 'error.log')
  fireEvent.paste(plain, { clipboardData: { files: [log], types: ['Files'] } })
  expect(onUpload).not.toHaveBeenCalled()
  fireEvent.compositionEnd(plain)

  await screen.findByRole('button', { name: 'Bold' })
  const editor = screen.getByRole('textbox', { name: 'Reply' })
  expect(document.activeElement).toBe(editor)
  await user.keyboard('lo')
  await waitFor(() => expect(screen.getByRole('status', { name: 'Markdown' }).textContent).toBe('Hello'))
  expect(onUpload.mock.calls.map(([file]) => file)).toEqual([log])
})

test('what is begun already is opened in the editor, without the focus', async () => {
  renderUi(<Draft initial="a **bold** word" />)

  await screen.findByRole('button', { name: 'Bold' })
  expect(screen.getByText('bold').tagName).toBe('STRONG')
  expect(document.activeElement).toBe(document.body)
})
