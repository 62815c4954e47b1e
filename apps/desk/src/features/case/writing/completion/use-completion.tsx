import { LazyPart } from '@timedesk/ui/lazy-part'
import type { MarkdownEditorHandle, MarkdownEditorProps } from '@timedesk/ui/markdown-editor'
import { lazy, useId, useRef, useState, type ReactNode, type RefObject } from 'react'

import type { Tone } from '../../draft.ts'
import type { SuggestionKeys } from './suggestions.tsx'

const TextSuggestions = lazy(async () => ({
  default: (await import('../../texts/text-suggestions.tsx')).TextSuggestions,
}))
const PeopleSuggestions = lazy(() => import('./people-suggestions.tsx'))
const CaseSuggestions = lazy(() => import('./case-suggestions.tsx'))
const DeedSuggestions = lazy(() => import('./deed-suggestions.tsx'))

type Completion = NonNullable<MarkdownEditorProps['completion']>
type Trigger = NonNullable<Parameters<Completion['onTrigger']>[0]>

/** Colleagues are called in notes alone: a reply is read by the customer. */
const SIGNS = { reply: ['::', '#', '/'], note: ['::', '@', '#', '/'] } as const

/** Helps while somebody writes: texts, colleagues, cases, deeds. Escape closes the offer until the next sign. */
export function useCompletion(
  caseId: string,
  tone: Tone,
  editor: RefObject<MarkdownEditorHandle | null>,
): { completion: Completion; popup: ReactNode } {
  const listId = useId()
  const keys = useRef<SuggestionKeys>(null)
  const [trigger, setTrigger] = useState<Trigger | null>(null)
  const [closedAt, setClosedAt] = useState<number | null>(null)
  const [activeId, setActiveId] = useState<string | null>(null)
  const isOpen = trigger !== null && trigger.from !== closedAt

  const popup = () => {
    if (!isOpen) return null
    const write = (markdown: string) => {
      setTrigger(null)
      editor.current?.replaceWithMarkdown(trigger, markdown)
    }
    const place = {
      ...{ listId, query: trigger.query, place: trigger.place, keys },
      ...{ onActive: setActiveId, onClose: () => setClosedAt(trigger.from) },
    }
    if (trigger.sign === '@') return <PeopleSuggestions {...place} onWrite={write} />
    if (trigger.sign === '#') return <CaseSuggestions {...place} onWrite={write} />
    if (trigger.sign === '::') return <TextSuggestions {...place} caseId={caseId} onWrite={write} />
    return (
      <DeedSuggestions
        {...place}
        onRun={(run) => {
          write('')
          run()
        }}
      />
    )
  }

  return {
    completion: {
      signs: SIGNS[tone],
      onTrigger: (next) => {
        setTrigger(next)
        if (next === null) setClosedAt(null)
      },
      onKey: (event) => isOpen && keys.current?.onKey(event) === true,
      listId: isOpen && activeId !== null ? listId : null,
      activeId: isOpen ? activeId : null,
    },
    popup: <LazyPart>{popup()}</LazyPart>,
  }
}
