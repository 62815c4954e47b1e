import type { Editor } from '@tiptap/core'

/** Puts another text in the place of what stands there. Where it is the same the cursor stays: somebody may be writing. */
export function putMarkdown(editor: Editor, value: string): void {
  const parsed = value.trim() === '' ? undefined : editor.markdown?.parse(value)
  if (parsed === undefined) {
    editor.commands.setContent(value, { contentType: 'markdown', emitUpdate: false })
    return
  }
  const { tr, schema, doc } = editor.state
  const wanted = schema.nodeFromJSON(parsed)
  const from = doc.content.findDiffStart(wanted.content)
  const ends = doc.content.findDiffEnd(wanted.content)
  if (from === null || ends === null) return
  // What repeats itself around the change would be counted from both sides.
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b))
  const change = wanted.slice(from, ends.b + overlap)
  editor.view.dispatch(tr.replace(from, ends.a + overlap, change).setMeta('preventUpdate', true))
}
