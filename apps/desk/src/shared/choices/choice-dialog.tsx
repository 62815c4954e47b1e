import { Modal, TextInput } from '@mantine/core'
import { useRovingRows } from '@timedesk/ui/use-roving-rows'
import { useState, type ReactNode } from 'react'

import { createWords } from '../create-words.ts'
import { choiceDanish, choiceEnglish } from './choice-texts.ts'
import './choices.css'

const useChoiceWords = createWords('choices', { en: choiceEnglish, da: choiceDanish })

/** So many are found at a glance; more are narrowed by typing. */
const AT_A_GLANCE = 9

export type Choice = {
  id: string
  /** Its name, by which typing narrows the choices. */
  label: string
  detail?: string
  icon?: ReactNode
  /** Shown instead of the name. */
  content?: ReactNode
  isNow?: boolean
}

type ChoiceDialogProps = {
  title: string
  choices: readonly Choice[]
  onChoose: (id: string) => void
  onClose: () => void
  /** Above the choices: why the last one failed. */
  notice?: ReactNode
}

/** One of several, by the arrows and Enter, by a click, or by its figure. */
export function ChoiceDialog({ title, choices, onChoose, onClose, notice }: ChoiceDialogProps) {
  const words = useChoiceWords()
  const [term, setTerm] = useState('')
  const isLong = choices.length > AT_A_GLANCE
  const shown = choices.filter(({ label }) => label.toLowerCase().includes(term.trim().toLowerCase()))
  const choose = (index: number) => {
    const choice = shown[index]
    if (choice !== undefined) onChoose(choice.id)
  }
  const roving = useRovingRows({ count: shown.length, onOpen: choose })

  return (
    <Modal opened onClose={onClose} title={title} size="sm">
      {notice}
      {isLong && (
        <TextInput
          type="search"
          data-autofocus
          mb="xs"
          aria-label={words('narrow')}
          value={term}
          onChange={({ currentTarget }) => setTerm(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') choose(0)
            if (event.key === 'ArrowDown') {
              event.preventDefault()
              roving.focusRow(0)
            }
          }}
        />
      )}
      <ul
        className="desk-choices"
        aria-label={title}
        onKeyDown={(event) => {
          const place = Number.parseInt(event.key, 10)
          if (!isLong && place >= 1) choose(place - 1)
        }}
      >
        {shown.map((choice, index) => (
          <li key={choice.id}>
            <button
              type="button"
              className="desk-choice td-focus"
              aria-current={choice.isNow === true || undefined}
              data-autofocus={(!isLong && index === 0) || undefined}
              {...roving.rowProps(index)}
              onClick={() => choose(index)}
            >
              {choice.icon}
              <span className="desk-choice-label">{choice.content ?? choice.label}</span>
              {choice.detail !== undefined && <small className="desk-quiet">{choice.detail}</small>}
              {!isLong && <kbd aria-hidden="true">{index + 1}</kbd>}
            </button>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="desk-quiet">{words('nothing')}</p>}
    </Modal>
  )
}
