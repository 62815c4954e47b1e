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
  /** Somebody is in it and not at its end, or has chosen some of it. */
  onWithin: (isWithin: boolean) => void
  /** Files that were pasted or dropped, which it cannot send itself. Until somebody does, nothing is submitted. */
  waiting: readonly File[]
  onWaiting: (files: readonly File[]) => void
}

/** Markdown as it is typed, in the look of the editor and in its place until that is there. */
export function PlainMarkdown(props: PlainMarkdownProps) {
  const { label, value, onChange, tone = 'reply', placeholder, onSubmit, disabled, autoFocus, footer, ref } = props
  const { onNear, onFocused, onWithin, onComposing, waiting, onWaiting, onUpload } = props
  const words = useWords()
  const field = useRef<HTMLTextAreaElement>(null)

  useImperativeHandle(ref, () => {
    const replace = ({ from, to }: { from: number; to: number }, markdown: string) => {
      onChange(`${value.slice(0, from)}${markdown}${value.slice(to)}`)
      field.current?.focus()
    }
    return {
      focus: () => {
        const written = field.current
        if (written === null || written === document.activeElement) return
        written.setSelectionRange(written.value.length, written.value.length)
        written.focus()
      },
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
    onNear()
    onWaiting([...waiting, ...files])
  }

  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') field.current?.blur()
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || onSubmit === undefined) return
    event.preventDefault()
    if (waiting.length === 0) onSubmit()
    else onNear()
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
        onSelect={(event) => onWithin(isWithin(event.currentTarget))}
        onBlur={(event) => {
          onFocused(false)
          // What is being pressed would be gone before it is let go.
          const frame = event.currentTarget.parentElement
          if (frame?.matches(':active') !== true && frame?.contains(event.relatedTarget) !== true) onWithin(false)
        }}
        onCompositionStart={() => onComposing(true)}
        onCompositionEnd={() => onComposing(false)}
        onKeyDown={keyDown}
        onPaste={(event) => take(event, event.clipboardData)}
        onDrop={(event) => take(event, event.dataTransfer)}
        onChange={(event) => {
          onWithin(isWithin(event.currentTarget))
          onChange(event.currentTarget.value)
        }}
      />
      <div className="td-editor-bar" />
      {waiting.length > 0 && (
        <ul className="td-editor-waiting" aria-label={words('attachments')}>
          {waiting.map((file, index) => (
            <li key={`${index} ${file.name}`}>
              <span role="status">{words('fileWaits', { name: file.name })}</span>
              <button
                type="button"
                className="td-focus"
                onClick={() => onWaiting(waiting.filter((other) => other !== file))}
              >
                {words('removeFile', { name: file.name })}
              </button>
            </li>
          ))}
        </ul>
      )}
      {footer !== undefined && (
        <div className="td-editor-footer" inert={waiting.length > 0}>
          {footer}
        </div>
      )}
    </div>
  )
}

function isWithin({ selectionStart, value }: HTMLTextAreaElement): boolean {
  return selectionStart < value.length
}

function endOf({ length }: string): { from: number; to: number } {
  return { from: length, to: length }
}
