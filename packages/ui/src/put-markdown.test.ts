import { Editor } from '@tiptap/core'
import { expect, test } from 'vitest'

import { editorExtensions } from './editor-extensions.ts'
import { putMarkdown } from './put-markdown.ts'

const TEXTS = [
  '',
  'one two three',
  'one and two three',
  'one two',
  'aa a aa',
  'aa aa',
  'one\n\ntwo\n\nthree',
  'zero\n\none\n\ntwo\n\nthree',
  '- one\n- two',
  '- one\n  - inner\n- two',
  'a **bold** word',
  '```sql\nselect 1\n```\n\nafter',
]

function editorOf(markdown: string): Editor {
  return new Editor({
    extensions: editorExtensions({ resolveAttachment: () => undefined }),
    content: markdown,
    contentType: 'markdown',
  })
}

test('any text takes the place of any other', () => {
  for (const before of TEXTS) {
    for (const after of TEXTS) {
      const editor = editorOf(before)
      putMarkdown(editor, after)

      expect(editor.getMarkdown().trim()).toBe(editorOf(after).getMarkdown().trim())
      editor.state.doc.check()
    }
  }
})

test.for([
  ['before them', 'Hello Ida!\n\nGood morning. It is thin.', 'Hello Ida!\n\nGood morning. How are you? It is thin.'],
  ['after them', 'Good morning. It is thin. We know.', 'Good morning. How are you? It is thin. We know.'],
])('whoever writes goes on where they were when something comes %s', ([, arrived, written]) => {
  const editor = editorOf('Good morning. It is thin.')
  editor.commands.setTextSelection('Good morning.'.length + 1)
  putMarkdown(editor, arrived ?? '')
  editor.commands.insertContent(' How are you?')

  expect(editor.getMarkdown()).toBe(written)
})
