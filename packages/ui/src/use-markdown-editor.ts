import type { Editor } from '@tiptap/core'
import { useEditor } from '@tiptap/react'
import { useEffect, useRef, type RefObject } from 'react'

import { editorExtensions } from './editor-extensions.ts'
import { triggerAt, type EditorSign, type EditorTrigger } from './editor-trigger.ts'
import { putMarkdown } from './put-markdown.ts'
import { transferredFiles } from './transferred-files.ts'

/** Takes part in writing while somebody types a sign such as `::`. */
export type EditorCompletion = {
  /** Those that it helps with; `::` alone when left out. */
  signs?: readonly EditorSign[]
  /** Told of the one at the cursor each time it changes; null when there is none any more. */
  onTrigger: (trigger: EditorTrigger | null) => void
  /** Sees keys while one is there; true: it has taken the key. */
  onKey: (event: KeyboardEvent) => boolean
  /** The list of completions and the one that is chosen in it, for screen readers; null while no list is there. */
  listId: string | null
  activeId: string | null
}

type MarkdownEditorOptions = {
  label: string
  value: string
  onChange: (markdown: string) => void
  onSubmit: (() => void) | undefined
  onFiles: ((editor: Editor, files: File[], position?: number) => void) | undefined
  completion: EditorCompletion | undefined
  placeholder: string
  isDisabled: boolean
  autoFocus: boolean
  /** Must stay the same function for as long as the editor lives. */
  resolveAttachment: (id: string) => string | undefined
}

/**
 * A TipTap editor over Markdown. The editor holds the text: `value` is taken over only when it differs from what the
 * editor last told, so that a render in between never loses a word.
 */
export function useMarkdownEditor(options: MarkdownEditorOptions): Editor | null {
  const { label, value, placeholder, isDisabled, autoFocus, completion, resolveAttachment } = options
  const latest = useRef(options)
  const told = useRef(value)
  useEffect(() => {
    latest.current = options
  })

  const editor = useEditor(
    {
      extensions: editorExtensions({ resolveAttachment }),
      content: value,
      contentType: 'markdown',
      editable: !isDisabled,
      autofocus: autoFocus ? 'end' : false,
      shouldRerenderOnTransaction: false,
      onUpdate: ({ editor: updated }) => {
        told.current = updated.isEmpty ? '' : updated.getMarkdown()
        latest.current.onChange(told.current)
        tellTrigger(latest.current.completion, updated)
      },
      onSelectionUpdate: ({ editor: moved }) => tellTrigger(latest.current.completion, moved),
      onBlur: () => latest.current.completion?.onTrigger(null),
    },
    [],
  )

  useEditorProps(editor, { label, placeholder, completion }, latest)

  useEffect(() => {
    if (value !== told.current) {
      told.current = value
      putMarkdown(editor, value)
    }
  }, [editor, value])

  useEffect(() => {
    editor.setEditable(!isDisabled, false)
  }, [editor, isDisabled])

  return editor
}

function tellTrigger(completion: EditorCompletion | undefined, editor: Editor): void {
  completion?.onTrigger(triggerAt(editor, completion.signs))
}

function useEditorProps(
  editor: Editor,
  { label, placeholder, completion }: Pick<MarkdownEditorOptions, 'label' | 'placeholder' | 'completion'>,
  latest: RefObject<MarkdownEditorOptions>,
): void {
  const listId = completion?.listId ?? null
  const activeId = completion?.activeId ?? null
  const completes = completion !== undefined
  useEffect(() => {
    editor.setOptions({
      editorProps: {
        attributes: {
          ...{ role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, 'aria-placeholder': placeholder },
          ...(completes && { 'aria-autocomplete': 'list' }),
          ...(listId !== null && { 'aria-controls': listId }),
          ...(activeId !== null && { 'aria-activedescendant': activeId }),
        },
        handleKeyDown: (view, event) => {
          const { onSubmit } = latest.current
          if (latest.current.completion?.onKey(event) === true) {
            return true
          }
          // Out of the text, to where single keys mean something; whoever tabs on goes on from here.
          if (event.key === 'Escape') view.dom.blur()
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || onSubmit === undefined) {
            return false
          }
          onSubmit()
          return true
        },
        handlePaste: (_view, event) => takeFiles(editor, latest.current, event.clipboardData),
        handleDrop: (view, event) => {
          const position = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
          return takeFiles(editor, latest.current, event.dataTransfer, position)
        },
      },
    })
  }, [editor, label, placeholder, completes, listId, activeId, latest])
}

function takeFiles(
  editor: Editor,
  { onFiles, isDisabled }: MarkdownEditorOptions,
  transfer: DataTransfer | null,
  position?: number,
): boolean {
  const files = transferredFiles(transfer)
  if (files.length === 0 || onFiles === undefined || isDisabled) {
    return false
  }
  onFiles(editor, files, position)
  return true
}
