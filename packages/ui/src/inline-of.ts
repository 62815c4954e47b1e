import type { Editor, JSONContent } from '@tiptap/core'

/** Markdown as content that goes on within a line where it is no more than one, with the space that it ends in. */
export function inlineOf(editor: Editor, markdown: string): JSONContent[] {
  const blocks = editor.markdown?.parse(markdown).content ?? []
  const [block] = blocks
  if (blocks.length !== 1 || block?.type !== 'paragraph') return blocks
  const content = block.content ?? []
  return markdown.endsWith(' ') ? [...content, { type: 'text', text: ' ' }] : content
}
