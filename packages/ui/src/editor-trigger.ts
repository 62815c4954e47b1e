import type { Editor } from '@tiptap/core'

/** Two colons and what is typed behind them, at the beginning of a word. */
const TRIGGER = /(?:^|[\s(])::([\p{L}\p{N}_-]*)$/u
const MARK_LENGTH = 2
/** Stands for a picture within the text, so that positions stay true. */
const LEAF = '\uFFFC'

/** Where `::` and the letters behind it stand, and what is on the screen there. */
export type EditorTrigger = {
  /** What is typed behind the colons. */
  query: string
  /** Positions in the document. */
  from: number
  to: number
  /** On the screen, from the top and the left of the window. */
  place: { left: number; top: number; bottom: number }
}

/** The `::` that is being written at the cursor; null when none is. Code keeps its colons. */
export function triggerAt(editor: Editor): EditorTrigger | null {
  const { $from, empty } = editor.state.selection
  const { parent, parentOffset, pos } = $from
  if (!empty || !parent.isTextblock || parent.type.spec.code === true || editor.isActive('code')) return null
  const query = TRIGGER.exec(parent.textBetween(0, parentOffset, undefined, LEAF))?.[1]
  if (query === undefined) return null
  const from = pos - query.length - MARK_LENGTH
  const { left, top, bottom } = editor.view.coordsAtPos(from)
  return { query, from, to: pos, place: { left, top, bottom } }
}
