import type { RenderedText } from '@timedesk/contracts/canned-texts'
import { useEffect, useRef } from 'react'

import './texts.css'
import { useCannedWords } from './use-canned-words.ts'

type TextListProps = {
  id: string
  texts: readonly RenderedText[]
  activeIndex: number
  onActive: (index: number) => void
  onChoose: (text: RenderedText) => void
}

/** The id of an option, for what points at the chosen one. */
export function optionId(listId: string, { id }: RenderedText): string {
  return `${listId}-${id}`
}

/** Texts to choose from, each with how it begins. The focus stays in the field that the list belongs to. */
export function TextList({ id, texts, activeIndex, onActive, onChoose }: TextListProps) {
  const words = useCannedWords()
  const active = useRef<HTMLLIElement>(null)
  const activeKey = texts[activeIndex]?.id
  useEffect(() => {
    active.current?.scrollIntoView({ block: 'nearest' })
  }, [activeKey])
  return (
    <ul className="desk-texts" role="listbox" id={id} aria-label={words('list')}>
      {texts.map((text, index) => (
        <li
          key={text.id}
          ref={index === activeIndex ? active : undefined}
          id={optionId(id, text)}
          role="option"
          aria-selected={index === activeIndex}
          onMouseMove={() => onActive(index)}
          onMouseDown={(event) => {
            // The editor would lose the place that the text goes to.
            event.preventDefault()
            onChoose(text)
          }}
        >
          <span>
            <strong>{text.name}</strong> <code>::{text.shortcut}</code>
          </span>
          <span className="desk-text-beginning">{text.body}</span>
        </li>
      ))}
    </ul>
  )
}
