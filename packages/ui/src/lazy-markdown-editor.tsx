import { useEffect, useRef, useState } from 'react'

import type { MarkdownEditorProps } from './markdown-editor.tsx'
import { PlainMarkdown } from './plain-markdown.tsx'

type Editor = typeof import('./markdown-editor.tsx').MarkdownEditor

/** The editor once it was fetched: what appears later has it from the start. */
let fetched: Editor | undefined

async function fetchEditor(): Promise<Editor> {
  fetched ??= (await import('./markdown-editor.tsx')).MarkdownEditor
  return fetched
}

type LazyMarkdownEditorProps = MarkdownEditorProps & {
  /** It comes once there is something to edit, or somebody comes near; otherwise as soon as it can. */
  waits?: boolean
  /** The footer is light, and stands below the plain field already; otherwise it comes with the editor. */
  showsFooter?: boolean
}

/**
 * The rich editor in a file of its own. Until it is there, and if it cannot be fetched, a plain field in its place takes
 * what is written or put in, and hands it over together with the focus: nothing is lost.
 */
export function LazyMarkdownEditor({ waits = false, showsFooter = false, ...props }: LazyMarkdownEditorProps) {
  const [Editor, setEditor] = useState(() => fetched)
  const [isNear, setIsNear] = useState(false)
  const [isFocused, setIsFocused] = useState(false)
  const [isComposing, setIsComposing] = useState(false)
  const waiting = useRef<File[]>([])
  const isWanted = isNear || !waits || props.value !== ''

  useEffect(() => {
    if (!isWanted) return
    fetchEditor().then(
      (editor) => setEditor(() => editor),
      // The plain field goes on, and who comes near it again tries again.
      () => setIsNear(false),
    )
  }, [isWanted])

  if (Editor !== undefined && !isComposing)
    return <Editor {...props} takesOver={isFocused} takeFiles={() => waiting.current.splice(0)} />
  return (
    <PlainMarkdown
      {...props}
      footer={showsFooter ? props.footer : undefined}
      onNear={() => setIsNear(true)}
      onFocused={setIsFocused}
      onComposing={setIsComposing}
      onFiles={(files) => {
        waiting.current.push(...files)
        setIsNear(true)
      }}
    />
  )
}
