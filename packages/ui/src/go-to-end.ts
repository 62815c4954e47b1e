import type { Editor } from '@tiptap/core'

/**
 * Puts the cursor where somebody goes on who wrote `written` elsewhere. The end of a line at its end means nothing in
 * Markdown, but much to who was about to write the next one.
 */
export function goToEnd(editor: Editor, written: string): void {
  editor.commands.setTextSelection(editor.state.doc.content.size)
  const { parent, depth } = editor.state.selection.$from
  const lineEnds = (/\s*$/u.exec(written)?.[0] ?? '').split('\n').length - 1
  if (lineEnds === 0 || parent.content.size === 0) return
  if (parent.type.spec.code === true) editor.commands.exitCode()
  else if (lineEnds === 1 && depth === 1 && parent.type.name === 'paragraph') editor.commands.setHardBreak()
  else editor.commands.keyboardShortcut('Enter')
}
