import { useEffect, useRef, type ReactNode } from 'react'

import './editor.css'

type EditorFormProps = {
  isBusy: boolean
  error: unknown
  /** Stands beside the fields where there is room. */
  preview: ReactNode
  problem: ReactNode
  actions: ReactNode
  onSubmit: () => void
  children: ReactNode
}

/** A long form with what it means beside it. After a refusal its first wrong field has the focus. */
export function EditorForm({ isBusy, error, preview, problem, actions, onSubmit, children }: EditorFormProps) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (error === null || error === undefined) return
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const alert = form.current?.querySelector<HTMLElement>('[role="alert"]')
    ;(wrong ?? alert)?.scrollIntoView({ block: 'center' })
    wrong?.focus()
  }, [error])
  return (
    <form
      ref={form}
      className="desk-editor"
      aria-busy={isBusy}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) onSubmit()
      }}
    >
      <div className="desk-editor-fields">{children}</div>
      <div className="desk-editor-preview">{preview}</div>
      <div className="desk-editor-foot">
        {problem}
        {actions}
      </div>
    </form>
  )
}
