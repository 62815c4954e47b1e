import { Editor } from '@tiptap/core'
import { expect, test } from 'vitest'

import { editorExtensions } from './editor-extensions.ts'
import { goToEnd } from './go-to-end.ts'

test.for([
  ['Hello', 'Helloworld'],
  ['Hello ', 'Hello world'],
  ['Hello\n', 'Hello  \nworld'],
  ['Hello\n\n', 'Hello\n\nworld'],
  ['**Hello** ', '**Hello** world'],
  ['- Hello\n', '- Hello\n- world'],
  ['# Hello\n', '# Hello\n\nworld'],
  ['```\nHello\n```\n', '```\nHello\n```\n\nworld'],
  ['\n', 'world'],
])('who wrote %j goes on behind it', ([written = '', expected]) => {
  const editor = new Editor({
    extensions: editorExtensions({ resolveAttachment: () => undefined }),
    content: written,
    contentType: 'markdown',
  })

  goToEnd(editor, written)
  editor.commands.insertContent({ type: 'text', text: 'world' })

  expect(editor.getMarkdown().trim()).toBe(expected)
})
