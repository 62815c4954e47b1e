import type { Editor } from '@tiptap/core'

/** What calls for help while writing: `::` a text, `@` a person, `#` a case, `/` at the beginning of a line a deed. */
export type EditorSign = '::' | '@' | '#' | '/'

const TRIGGERS: Record<EditorSign, RegExp> = {
  '::': /(?:^|[\s(])::([\p{L}\p{N}_-]*)$/u,
  '@': /(?:^|[\s(])@([\p{L}\p{N}_.-]*)$/u,
  '#': /(?:^|[\s(])#([\p{L}\p{N}]*)$/u,
  '/': /^\/([\p{L}\p{N}-]*)$/u,
}
/** Stands for a picture within the text, so that positions stay true. */
const LEAF = '\uFFFC'

/** Where a sign and the letters behind it stand, and what is on the screen there. */
export type EditorTrigger = {
  sign: EditorSign
  /** What is typed behind it. */
  query: string
  /** Positions in the document. */
  from: number
  to: number
  /** On the screen, from the top and the left of the window. */
  place: { left: number; top: number; bottom: number }
}

/** The sign, one of those that are listened to, that is being written at the cursor; null when none is. Code keeps its signs. */
export function triggerAt(editor: Editor, signs: readonly EditorSign[] = ['::']): EditorTrigger | null {
  const { $from, empty } = editor.state.selection
  const { parent, parentOffset, pos } = $from
  if (!empty || !parent.isTextblock || parent.type.spec.code === true || editor.isActive('code')) return null
  const written = parent.textBetween(0, parentOffset, undefined, LEAF)
  for (const sign of signs) {
    const query = TRIGGERS[sign].exec(written)?.[1]
    if (query === undefined) continue
    const from = pos - query.length - sign.length
    const { left, top, bottom } = editor.view.coordsAtPos(from)
    return { sign, query, from, to: pos, place: { left, top, bottom } }
  }
  return null
}
