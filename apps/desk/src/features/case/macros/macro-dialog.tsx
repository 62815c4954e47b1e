import { Modal, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import type { Macro } from '@timedesk/contracts/macros'
import { useId, useRef, useState } from 'react'

import { useActiveOption } from '../texts/use-active-option.ts'
import { MacroPreviewPanel } from './macro-preview-panel.tsx'
import { macroQueries } from './macro-queries.ts'
import './macros.css'
import { useMacroWords } from './use-macro-words.ts'

export type MacroDialogProps = {
  subject: Case
  /** The macro that is looked at first. */
  chosenId?: string | undefined
  /** Puts the text of a macro into the message that is being written, and changes nothing. */
  onInsert: (kind: 'reply' | 'note', markdown: string) => void
  onClose: () => void
}

/** Macros to choose from, and beside them what the chosen one would say and change. */
export function MacroDialog({ subject, chosenId, onInsert, onClose }: MacroDialogProps) {
  const words = useMacroWords()
  const listId = useId()
  const panel = useRef<HTMLElement>(null)
  const [term, setTerm] = useState('')
  const macros = useQuery(macroQueries.usable())
  const wanted = term.trim().toLocaleLowerCase()
  const fitting = (macros.data ?? []).filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
  const found = fitting.toSorted((one, other) => Number(other.id === chosenId) - Number(one.id === chosenId))
  const active = useActiveOption(found.length, wanted)
  const chosen = found[active.index]
  const state = macros.isError ? 'failed' : found.length > 0 ? 'keys' : wanted === '' ? 'none' : 'nothing'

  return (
    <Modal opened onClose={onClose} title={words('title', { number: subject.number })} size="xl">
      <div className="desk-macros">
        <div>
          <TextInput
            data-autofocus
            role="combobox"
            aria-label={words('search')}
            aria-expanded={found.length > 0}
            aria-autocomplete="list"
            aria-controls={listId}
            {...(chosen !== undefined && { 'aria-activedescendant': `${listId}-${chosen.id}` })}
            autoComplete="off"
            placeholder={words('search')}
            value={term}
            onChange={(event) => setTerm(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (active.onKey(event)) event.preventDefault()
              if (event.key !== 'Enter') return
              event.preventDefault()
              focusOn(panel.current)
            }}
          />
          <ul className="desk-macro-list" role="listbox" id={listId} aria-label={words('list')}>
            {found.map((macro, index) => (
              <li
                key={macro.id}
                id={`${listId}-${macro.id}`}
                role="option"
                aria-selected={index === active.index}
                onClick={() => active.choose(index)}
              >
                {macro.name} <MacroScope macro={macro} />
              </li>
            ))}
          </ul>
          <p role="status" className="desk-quiet desk-macro-state">
            {!macros.isPending && words(state)}
          </p>
        </div>
        <section ref={panel} aria-label={words('preview')}>
          {chosen !== undefined && (
            <MacroPreviewPanel
              key={chosen.id}
              subject={subject}
              macro={chosen}
              onInsert={(kind, markdown) => {
                onClose()
                onInsert(kind, markdown)
              }}
              onClose={onClose}
            />
          )}
        </section>
      </div>
    </Modal>
  )
}

function MacroScope({ macro: { scope, department } }: { macro: Macro }) {
  const words = useMacroWords()
  return <small>{words(`scope_${scope}`, { department: department?.name ?? '' })}</small>
}

/** The text, or where there is none the button that runs the macro, which is the last. */
function focusOn(panel: HTMLElement | null): void {
  const buttons = panel?.querySelectorAll('button') ?? []
  const wanted = panel?.querySelector('textarea') ?? [...buttons].at(-1)
  wanted?.focus()
}
