import { IconLock } from '@tabler/icons-react'
import { useImperativeHandle, useRef, type ClipboardEvent, type DragEvent, type KeyboardEvent } from 'react'

import './editor.css'
import type { MarkdownEditorProps } from './markdown-editor.tsx'
import { transferredFiles } from './transferred-files.ts'
import { useWords } from './use-words.ts'

type PlainMarkdownProps = MarkdownEditorProps & {
  /** Somebody comes near it: points at it, or is in it. */
  onNear: () => void
  onFocused: (isFocused: boolean) => void
  /** Letters are being put together, as in Japanese; taking the field away would lose them. */
  onComposing: (isComposing: boolean) => void
  /** Told of files that are pasted or dropped, which it cannot show itself. */
  onFiles: (files: File[]) => void
}

/** Markdown as it is typed, in the look of the editor and in its place until that is there. */
export function PlainMarkdown(props: PlainMarkdownProps) {
  const { label, value, onChange, tone = 'reply', placeholder, onSubmit, disabled, autoFocus, footer, ref } = props
  const { onNear, onFocused, onComposing, onFiles, onUpload } = props
  const words = useWords()
  const field = useRef<HTMLTextAreaElement>(null)

  useImperativeHandle(ref, () => {
    const replace = ({ from, to }: { from: number; to: number }, markdown: string) => {
      onChange(`${value.slice(0, from)}${markdown}${value.slice(to)}`)
      field.current?.focus()
    }
    return {
      focus: () => field.current?.focus(),
      insertMarkdown: (markdown) => {
        const written = field.current
        // Nobody has chosen a place in it yet, so it goes on at its end.
        if (written === null || written !== document.activeElement) replace(endOf(value), markdown)
        else replace({ from: written.selectionStart, to: written.selectionEnd }, markdown)
      },
      replaceWithMarkdown: replace,
    }
  }, [value, onChange])

  const take = (event: ClipboardEvent | DragEvent, transfer: DataTransfer) => {
    const files = transferredFiles(transfer)
    if (files.length === 0 || onUpload === undefined || disabled === true) return
    event.preventDefault()
    onFiles(files)
  }

  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') field.current?.blur()
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || onSubmit === undefined) return
    event.preventDefault()
    onSubmit()
  }

  return (
    <div className="td-editor" data-tone={tone} data-disabled={disabled} onPointerEnter={onNear}>
      {tone === 'internal' && (
        <p className="td-editor-internal">
          <IconLock size={14} stroke={2} aria-hidden="true" /> {words('onlyStaffSee')}
        </p>
      )}
      <textarea
        ref={field}
        className="td-editor-plain"
        aria-label={label}
        placeholder={placeholder}
        rows={1}
        disabled={disabled}
        autoFocus={autoFocus}
        value={value}
        onFocus={() => {
          onNear()
          onFocused(true)
        }}
        onBlur={() => onFocused(false)}
        onCompositionStart={() => onComposing(true)}
        onCompositionEnd={() => onComposing(false)}
        onKeyDown={keyDown}
        onPaste={(event) => take(event, event.clipboardData)}
        onDrop={(event) => take(event, event.dataTransfer)}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div className="td-editor-bar" />
      {footer !== undefined && <div className="td-editor-footer">{footer}</div>}
    </div>
  )
}

function endOf({ length }: string): { from: number; to: number } {
  return { from: length, to: length }
}
