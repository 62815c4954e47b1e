import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Editor } from '@tiptap/core'
import { createRef, useState } from 'react'
import { expect, test, vi } from 'vitest'

import { renderUi } from '../test/render-ui.tsx'
import { editorExtensions } from './editor-extensions.ts'
import { triggerAt, type EditorTrigger } from './editor-trigger.ts'
import { MarkdownEditor, type MarkdownEditorHandle, type MarkdownEditorProps } from './markdown-editor.tsx'

function queryAfter(markdown: string): string | null {
  const editor = new Editor({
    extensions: editorExtensions({ resolveAttachment: () => undefined }),
    content: markdown,
    contentType: 'markdown',
  })
  editor.commands.setTextSelection(editor.state.doc.content.size)
  const query = triggerAt(editor)?.query ?? null
  editor.destroy()
  return query
}

test.for([
  ['::', ''],
  ['Hello ::th', 'th'],
  ['(::tak-for', 'tak-for'],
  ['Hello ::æble', 'æble'],
  ['first\n\n::th', 'th'],
  ['std::vector', null],
  ['Hello ::th anks', null],
  ['Hello :th', null],
  ['`::th`', null],
  ['```\n::th\n```', null],
] as const)('after “%s” the completion is asked for %s', ([markdown, query]) => {
  expect(queryAfter(markdown)).toBe(query)
})

test('the completion sees the keys first, and its text takes the place of what was typed', async () => {
  const handle = createRef<MarkdownEditorHandle>()
  const onTrigger = vi.fn<(trigger: EditorTrigger | null) => void>()
  const onSubmit = vi.fn()
  const onKey = vi.fn((event: KeyboardEvent) => event.key === 'Enter')
  const completion = { onTrigger, onKey, listId: 'texts', activeId: 'texts-1' }
  function Draft(props: Partial<MarkdownEditorProps>) {
    const [value, setValue] = useState('')
    return (
      <>
        <MarkdownEditor {...props} label="Reply" value={value} onChange={setValue} ref={handle} />
        <output aria-label="Markdown">{value}</output>
      </>
    )
  }
  renderUi(<Draft completion={completion} onSubmit={onSubmit} />)
  const box = screen.getByRole('textbox', { name: 'Reply' })
  act(() => {
    handle.current?.insertMarkdown('Hello ::th')
  })

  const trigger = onTrigger.mock.lastCall?.[0]
  expect(trigger).toMatchObject({ query: 'th' })
  expect(box.getAttribute('aria-controls')).toBe('texts')
  expect(box.getAttribute('aria-activedescendant')).toBe('texts-1')
  await userEvent.type(box, '{Control>}{Enter}{/Control}')
  expect(onSubmit).not.toHaveBeenCalled()

  act(() => {
    handle.current?.replaceWithMarkdown(trigger ?? { from: 0, to: 0 }, 'Dear Anna')
  })

  expect(screen.getByRole('status', { name: 'Markdown' }).textContent).toContain('Dear Anna')
  expect(screen.getByRole('status', { name: 'Markdown' }).textContent).not.toContain('::')
})
