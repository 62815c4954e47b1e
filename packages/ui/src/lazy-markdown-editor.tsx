import { useState } from 'react'

import type { MarkdownEditorProps } from './markdown-editor.tsx'
import { PlainMarkdown } from './plain-markdown.tsx'
import { useFetched } from './use-fetched.ts'

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
  /** The footer is light, and stands below the plain field already; otherwise only once the editor is there or failed. */
  showsFooter?: boolean
}

/**
 * The rich editor in a file of its own. Until it is there, and if it cannot be fetched, a plain field in its place takes
 * what is written or put in, and hands it over together with the focus: nothing is lost.
 * It waits for who writes within the text, since the caret would not stay there.
 */
export function LazyMarkdownEditor({ waits = false, showsFooter = false, ...props }: LazyMarkdownEditorProps) {
  const [isNear, setIsNear] = useState(false)
  const [isFocused, setIsFocused] = useState(false)
  const [isComposing, setIsComposing] = useState(false)
  const [isWithin, setIsWithin] = useState(false)
  const [waiting, setWaiting] = useState<readonly File[]>([])
  const isWanted = isNear || !waits || props.value !== ''
  const { value: Editor, hasFailed, tryAgain } = useFetched(fetched, fetchEditor, isWanted)

  if (Editor !== undefined && !isComposing && !(isWithin && props.value !== '')) {
    const takeFiles = () => {
      setWaiting([])
      return [...waiting]
    }
    return <Editor {...props} takesOver={isFocused} takeFiles={takeFiles} />
  }
  return (
    <PlainMarkdown
      {...props}
      footer={showsFooter || hasFailed ? props.footer : undefined}
      waiting={waiting}
      onNear={() => {
        setIsNear(true)
        tryAgain()
      }}
      onFocused={setIsFocused}
      onWithin={setIsWithin}
      onComposing={setIsComposing}
      onWaiting={setWaiting}
    />
  )
}
