import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Editor } from '@tiptap/core'
import { useState } from 'react'
import { describe, expect, test, vi } from 'vitest'

import { axeViolations } from '../test/axe.ts'
import { renderUi } from '../test/render-ui.tsx'
import { editorExtensions } from './editor-extensions.ts'
import { MarkdownEditor, type MarkdownEditorProps } from './markdown-editor.tsx'

const ROUND_TRIPS: Record<string, string> = {
  bold: 'a **bold** word',
  italic: 'an *italic* word',
  code: 'call `npm start` first',
  strike: '~~gone~~',
  'bulleted list': '- one\n- two\n- three',
  'numbered list': '1. one\n2. two',
  'nested list': '- one\n  - inner\n- two',
  link: 'see [the site](https://example.com/a?b=c)',
  quote: '> quoted\n>\n> twice',
  'code fence': '```sql\nselect 1 < 2\n  from t\n```',
  picture: '![screen](attachment:0199f-a)',
  'picture in a sentence': 'before ![screen](attachment:0199f-a) after',
  'picture between paragraphs': 'before\n\n![screen](attachment:0199f-a)\n\nafter',
  heading: '## Steps',
  paragraphs: 'one\n\ntwo',
}

function roundTrip(markdown: string): string {
  const editor = new Editor({
    extensions: editorExtensions({ resolveAttachment: () => undefined }),
    content: markdown,
    contentType: 'markdown',
  })
  editor.state.doc.check()
  const written = editor.getMarkdown()
  editor.destroy()
  return written.trim()
}

describe('Markdown in is Markdown out', () => {
  test.for(Object.entries(ROUND_TRIPS))('%s', ([, markdown]) => {
    expect(roundTrip(markdown)).toBe(markdown)
  })
})

test('what looks like HTML or Markdown survives as the text it is', () => {
  const editor = new Editor({
    extensions: editorExtensions({ resolveAttachment: () => undefined }),
    content: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '<b> *a* [x](y) # 1' }] }] },
  })
  const markdown = editor.getMarkdown()
  editor.commands.setContent(markdown, { contentType: 'markdown' })

  expect(editor.getText()).toBe('<b> *a* [x](y) # 1')
})

function Draft({ initial = '', ...props }: Partial<MarkdownEditorProps> & { initial?: string }) {
  const [value, setValue] = useState(initial)
  return (
    <>
      <MarkdownEditor label="Reply to Acme" {...props} value={value} onChange={setValue} />
      <output aria-label="Markdown">{value}</output>
      <button
        type="button"
        onClick={() => {
          setValue('')
        }}
      >
        Empty
      </button>
    </>
  )
}

function image(name: string): File {
  return new File(['x'], name, { type: 'image/png' })
}

function paste(files: File[]): void {
  const event = new Event('paste', { bubbles: true, cancelable: true })
  Object.defineProperty(event, 'clipboardData', {
    value: { files, types: ['Files'], getData: () => '', items: [] },
  })
  act(() => {
    screen.getByRole('textbox', { name: 'Reply to Acme' }).dispatchEvent(event)
  })
}

describe('the editor', () => {
  test('has named controls, a named text box and breaks no accessibility rule', async () => {
    const { container } = renderUi(<Draft onUpload={vi.fn()} />)

    for (const name of ['Bold', 'Italic', 'Code', 'Link', 'Bulleted list', 'Numbered list', 'Quote', 'Code block']) {
      expect(screen.getByRole('button', { name })).toBeTruthy()
    }
    expect(screen.getByRole('button', { name: 'Attach files' })).toBeTruthy()
    expect(screen.getByRole('textbox', { name: 'Reply to Acme' })).toBeTruthy()
    expect(await axeViolations(container)).toEqual([])
  })

  test('says that an internal note is for staff only', () => {
    renderUi(<Draft tone="internal" />)

    expect(screen.getByText('Only staff see this')).toBeTruthy()
  })

  test('puts a pasted picture into the text as an attachment', async () => {
    const onUpload = vi
      .fn()
      .mockResolvedValue({ id: 'f1', url: '/files/f1', name: 'shot.png', contentType: 'image/png' })
    renderUi(<Draft onUpload={onUpload} />)

    paste([image('shot.png')])

    await waitFor(() => {
      expect(screen.getByRole('status', { name: 'Markdown' }).textContent).toContain('![shot.png](attachment:f1)')
    })
    expect(screen.getByRole('img', { name: 'shot.png' }).getAttribute('src')).toBe('/files/f1')
  })

  test('hands a file that is no picture to the attachments', async () => {
    const log = { id: 'f2', url: '/files/f2', name: 'app.log', contentType: 'text/plain' }
    const onAttach = vi.fn()
    renderUi(<Draft onUpload={vi.fn().mockResolvedValue(log)} onAttach={onAttach} />)

    paste([new File(['x'], 'app.log', { type: 'text/plain' })])

    await waitFor(() => {
      expect(onAttach).toHaveBeenCalledExactlyOnceWith(log)
    })
  })

  test('keeps a failed upload in sight and sends it again when asked', async () => {
    const uploaded = { id: 'f3', url: '/files/f3', name: 'shot.png', contentType: 'image/png' }
    const onUpload = vi.fn().mockRejectedValueOnce(new Error('offline')).mockResolvedValueOnce(uploaded)
    renderUi(<Draft onUpload={onUpload} />)

    paste([image('shot.png')])
    await screen.findByText('shot.png could not be uploaded')
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))

    await waitFor(() => {
      expect(screen.getByRole('status', { name: 'Markdown' }).textContent).toContain('attachment:f3')
    })
  })

  test('submits with Ctrl and Enter without breaking the line', async () => {
    const onSubmit = vi.fn()
    renderUi(<Draft initial="Done" onSubmit={onSubmit} />)

    screen.getByRole('textbox', { name: 'Reply to Acme' }).focus()
    await userEvent.keyboard('{Control>}{Enter}{/Control}')

    expect(onSubmit).toHaveBeenCalledOnce()
    expect(screen.getByRole('status', { name: 'Markdown' }).textContent).toBe('Done')
  })

  test('empties when its value is emptied', async () => {
    renderUi(<Draft initial="Sent text" />)

    await userEvent.click(screen.getByRole('button', { name: 'Empty' }))

    expect(screen.getByRole('textbox', { name: 'Reply to Acme' }).textContent).toBe('')
  })
})
