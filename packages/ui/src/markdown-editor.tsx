import { RichTextEditor } from '@mantine/tiptap'
import '@mantine/tiptap/styles.layer.css'
import { IconLock } from '@tabler/icons-react'
import {
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useState,
  type ReactNode,
  type Ref,
} from 'react'

import { ChosenFileRow } from './chosen-file-row.tsx'
import './editor.css'
import './files.css'
import { EditorToolbar, useToolbarLabels } from './editor-toolbar.tsx'
import './markdown.css'
import { createPictureResolver, type PictureResolver } from './picture-resolver.ts'
import { useEditorUploads, type Upload, type UploadedFile } from './use-editor-uploads.ts'
import { goToEnd } from './go-to-end.ts'
import { inlineOf } from './inline-of.ts'
import { useMarkdownEditor, type EditorCompletion } from './use-markdown-editor.ts'
import { isApple } from './use-shortcuts.ts'
import { useWords } from './use-words.ts'

export type MarkdownEditorHandle = {
  focus: () => void
  /** Writes Markdown at the cursor. */
  insertMarkdown: (markdown: string) => void
  /** Writes Markdown in the place of a part of the text. */
  replaceWithMarkdown: (part: { from: number; to: number }, markdown: string) => void
}

export type MarkdownEditorProps = {
  /** The accessible name. */
  label: string
  value: string
  onChange: (markdown: string) => void
  /** `internal` is tinted and says that only staff see it. */
  tone?: 'reply' | 'internal'
  placeholder?: string
  /** Ctrl or Command with Enter. */
  onSubmit?: () => void
  /** Sends one file; without it files are not accepted. */
  onUpload?: Upload
  /** Told of each sent file that is not a picture. */
  onAttach?: (file: UploadedFile) => void
  /** Where a picture `attachment:ID` of an earlier visit is. */
  resolveAttachment?: (id: string) => string | undefined
  /** What helps to write when `::` or another sign is typed. */
  completion?: EditorCompletion | undefined
  disabled?: boolean
  autoFocus?: boolean
  /** Another field gives way to it in which somebody is writing. */
  takesOver?: boolean
  /** Gives the files that were put into that field, each once. */
  takeFiles?: () => File[]
  /** Inside the frame, below the text: time, recipients, the send button. */
  footer?: ReactNode
  ref?: Ref<MarkdownEditorHandle>
}

/** A rich editor that reads and writes Markdown, with pictures pasted and files dragged in. */
export function MarkdownEditor(props: MarkdownEditorProps) {
  const { label, value, onChange, tone = 'reply', placeholder = '', onSubmit, onUpload, onAttach } = props
  const { resolveAttachment, completion, disabled = false, autoFocus = false, footer, ref } = props
  const { takesOver = false, takeFiles } = props
  const words = useWords()
  const labels = useToolbarLabels()
  const pictures = usePictureResolver(resolveAttachment)
  const uploads = useEditorUploads({ onUpload, onAttach, pictures })
  const editor = useMarkdownEditor({
    label,
    value,
    onChange,
    onSubmit,
    onFiles: onUpload === undefined ? undefined : uploads.start,
    completion,
    placeholder,
    isDisabled: disabled,
    autoFocus,
    resolveAttachment: pictures.urlOf,
  })

  useImperativeHandle(
    ref,
    () => ({
      // At once: the editor's own command waits for the next frame, and what is typed until then would be lost.
      focus: () => editor?.view.focus(),
      insertMarkdown: (markdown) => editor?.chain().focus().insertContent(markdown, { contentType: 'markdown' }).run(),
      replaceWithMarkdown: (part, markdown) =>
        editor?.chain().focus().insertContentAt(part, inlineOf(editor, markdown)).run(),
    }),
    [editor],
  )

  const [taken] = useState(value)
  const [isTakingOver] = useState(takesOver)
  useLayoutEffect(() => {
    if (!isTakingOver || editor === null) return
    goToEnd(editor, taken)
    editor.view.focus()
  }, [isTakingOver, taken, editor])

  const startTaken = useEffectEvent(() => {
    const files = takeFiles?.() ?? []
    if (files.length > 0 && editor !== null) uploads.start(editor, files)
  })
  useEffect(() => {
    if (editor !== null) startTaken()
  }, [editor])

  return (
    <RichTextEditor editor={editor} labels={labels} className="td-editor" data-tone={tone} data-disabled={disabled}>
      {tone === 'internal' && (
        <p className="td-editor-internal">
          <IconLock size={14} stroke={2} aria-hidden="true" /> {words('onlyStaffSee')}
        </p>
      )}
      <RichTextEditor.Content />
      {uploads.pending.length > 0 && editor !== null && (
        <ul className="td-file-rows td-editor-uploads" aria-label={words('attachments')}>
          {uploads.pending.map((file) => (
            <ChosenFileRow
              key={file.id}
              file={file}
              onRemove={(id) => {
                uploads.remove(editor, id)
              }}
              onRetry={(id) => {
                uploads.retry(editor, id)
              }}
            />
          ))}
        </ul>
      )}
      <div className="td-editor-bar">
        <EditorToolbar
          disabled={disabled}
          onChooseFiles={
            onUpload === undefined || editor === null
              ? undefined
              : (files) => {
                  uploads.start(editor, files)
                }
          }
        />
        {onSubmit !== undefined && (
          <span className="td-editor-hint">{words('sendWithKeys', { keys: isApple() ? '⌘ ↵' : 'Ctrl ↵' })}</span>
        )}
      </div>
      {footer !== undefined && <div className="td-editor-footer">{footer}</div>}
    </RichTextEditor>
  )
}

function usePictureResolver(resolveAttachment: MarkdownEditorProps['resolveAttachment']): PictureResolver {
  const [pictures] = useState(() => createPictureResolver((id) => resolveAttachment?.(id)))

  useEffect(() => {
    pictures.askApp((id) => resolveAttachment?.(id))
  }, [pictures, resolveAttachment])

  return pictures
}
