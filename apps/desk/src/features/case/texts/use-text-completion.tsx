import type { MarkdownEditorHandle, MarkdownEditorProps } from '@timedesk/ui/markdown-editor'
import { lazy, Suspense, useId, useRef, useState, type ReactNode, type RefObject } from 'react'

import type { SuggestionKeys } from './text-suggestions.tsx'

const TextSuggestions = lazy(async () => ({ default: (await import('./text-suggestions.tsx')).TextSuggestions }))

type Completion = NonNullable<MarkdownEditorProps['completion']>
type Trigger = NonNullable<Parameters<Completion['onTrigger']>[0]>

/** Offers canned texts while somebody types `::` in the editor; Escape closes the offer until the next `::`. */
export function useTextCompletion(
  caseId: string,
  editor: RefObject<MarkdownEditorHandle | null>,
): { completion: Completion; popup: ReactNode } {
  const listId = useId()
  const keys = useRef<SuggestionKeys>(null)
  const [trigger, setTrigger] = useState<Trigger | null>(null)
  const [closedAt, setClosedAt] = useState<number | null>(null)
  const [activeId, setActiveId] = useState<string | null>(null)
  const isOpen = trigger !== null && trigger.from !== closedAt

  return {
    completion: {
      onTrigger: (next) => {
        setTrigger(next)
        if (next === null) setClosedAt(null)
      },
      onKey: (event) => isOpen && keys.current?.onKey(event) === true,
      listId: isOpen && activeId !== null ? listId : null,
      activeId: isOpen ? activeId : null,
    },
    popup: isOpen && (
      <Suspense>
        <TextSuggestions
          caseId={caseId}
          listId={listId}
          query={trigger.query}
          place={trigger.place}
          keys={keys}
          onActive={setActiveId}
          onChoose={({ body }) => {
            setTrigger(null)
            editor.current?.replaceWithMarkdown(trigger, body)
          }}
          onClose={() => setClosedAt(trigger.from)}
        />
      </Suspense>
    ),
  }
}
