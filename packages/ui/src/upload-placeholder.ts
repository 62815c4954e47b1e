import { Extension, type Editor } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

type PlaceholderChange = { add: { id: string; position: number; words: string } } | { remove: string }

const pluginKey = new PluginKey<DecorationSet>('uploadPlaceholder')

/** Marks where a picture will stand while it is on its way; the mark moves along with the writing around it. */
export const UploadPlaceholder = Extension.create({
  name: 'uploadPlaceholder',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key: pluginKey,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, decorations) => {
            const moved = decorations.map(transaction.mapping, transaction.doc)
            const change = transaction.getMeta(pluginKey) as PlaceholderChange | undefined
            if (change === undefined) {
              return moved
            }
            if ('add' in change) {
              const { id, position, words } = change.add
              return moved.add(transaction.doc, [Decoration.widget(position, () => drawMark(words), { id })])
            }
            return moved.remove(moved.find(undefined, undefined, isMark(change.remove)))
          },
        },
        props: { decorations: (state) => pluginKey.getState(state) },
      }),
    ]
  },
})

/** Puts a mark with these words at the cursor, or at `position`. */
export function addUploadPlaceholder(editor: Editor, id: string, words: string, position?: number): void {
  const change: PlaceholderChange = { add: { id, words, position: position ?? editor.state.selection.to } }
  editor.view.dispatch(editor.state.tr.setMeta(pluginKey, change))
}

/** Takes the mark away and answers where it stood; undefined when the text around it was deleted. */
export function takeUploadPlaceholder(editor: Editor, id: string): number | undefined {
  if (editor.isDestroyed) {
    return undefined
  }
  const found = pluginKey.getState(editor.state)?.find(undefined, undefined, isMark(id))
  const change: PlaceholderChange = { remove: id }
  editor.view.dispatch(editor.state.tr.setMeta(pluginKey, change))
  return found?.[0]?.from
}

function isMark(id: string): (spec: object) => boolean {
  return (spec) => 'id' in spec && spec.id === id
}

function drawMark(words: string): HTMLElement {
  const mark = document.createElement('span')
  mark.className = 'td-upload-mark'
  mark.textContent = words
  return mark
}
