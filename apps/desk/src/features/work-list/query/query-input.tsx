import { useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react'

import { Mirror } from './mirror.tsx'
import { exchanged, type TextProblem } from './use-problem-sentence.ts'
import { useQueryWords } from './use-query-words.ts'
import { useSuggestions, type Suggestion } from './use-suggestions.ts'

type QueryInputProps = {
  value: string
  onChange: (text: string) => void
  /** Enter, or a value that was chosen and ends what was begun. */
  onCommit: (text: string) => void
  /** Escape while nothing is offered, or Backspace where nothing is. */
  onLeave: () => void
  onBackspace?: () => void
  /** A value that was chosen is taken at once. */
  takesValues: boolean
  problems: readonly TextProblem[]
  label: string
  placeholder: string
  describedBy: string | undefined
  inputRef: RefObject<HTMLInputElement | null>
}

/** One line of the query language, with what can be typed offered below it (a combobox), and what is wrong underlined. */
export function QueryInput(props: QueryInputProps) {
  const { value, onChange, onCommit, onLeave, onBackspace, takesValues, problems, inputRef } = props
  const words = useQueryWords()
  const listId = useId()
  const [isOpen, setIsOpen] = useState(false)
  const [caret, setCaret] = useState(value.length)
  const [active, setActive] = useState(-1)
  const [scroll, setScroll] = useState(0)
  const caretWanted = useRef<number | null>(null)
  const { at, length, all } = useSuggestions(value, Math.min(caret, value.length), isOpen)
  const isShown = isOpen && all.length > 0

  const accept = (suggestion: Suggestion) => {
    const text = exchanged(value, { at, length }, suggestion.text)
    setActive(-1)
    if (suggestion.isValue && takesValues) {
      setIsOpen(false)
      onCommit(text)
      return
    }
    const end = at + suggestion.text.length
    const isLast = suggestion.isValue && end === text.length
    caretWanted.current = isLast ? end + 1 : end
    setCaret(caretWanted.current)
    onChange(isLast ? `${text} ` : text)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const chosen = all[active]
    const deeds: Record<string, (() => void) | undefined> = {
      ArrowDown: () => (isShown ? setActive((active + 1) % all.length) : setIsOpen(true)),
      ArrowUp: isShown ? () => setActive(active <= 0 ? all.length - 1 : active - 1) : undefined,
      Enter: () => (isShown && chosen !== undefined ? accept(chosen) : commit()),
      Tab: isShown && chosen !== undefined ? () => accept(chosen) : undefined,
      Escape: () => (isShown ? close() : onLeave()),
      Backspace: value === '' ? onBackspace : undefined,
    }
    const deed = event.nativeEvent.isComposing ? undefined : deeds[event.key]
    if (deed === undefined) return
    event.preventDefault()
    event.stopPropagation()
    deed()
  }
  const commit = () => {
    close()
    onCommit(value)
  }
  const close = () => {
    setIsOpen(false)
    setActive(-1)
  }

  return (
    <span className="desk-query-input">
      <Mirror text={value} problems={problems} scroll={scroll} />
      <input
        ref={(input) => {
          inputRef.current = input
          if (input !== null && caretWanted.current !== null) {
            input.setSelectionRange(caretWanted.current, caretWanted.current)
            caretWanted.current = null
          }
        }}
        role="combobox"
        type="text"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        aria-label={props.label}
        aria-expanded={isShown}
        aria-controls={isShown ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isShown && active >= 0 ? `${listId}-${String(active)}` : undefined}
        aria-invalid={problems.length > 0}
        aria-describedby={props.describedBy}
        placeholder={props.placeholder}
        value={value}
        onChange={({ currentTarget }) => {
          setIsOpen(true)
          setActive(-1)
          setCaret(currentTarget.selectionStart ?? currentTarget.value.length)
          onChange(currentTarget.value)
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart ?? 0)}
        onScroll={({ currentTarget }) => setScroll(currentTarget.scrollLeft)}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      {isShown && (
        <ul id={listId} role="listbox" aria-label={words('suggestions')} className="desk-suggestions">
          {all.map((suggestion, place) => (
            <li
              key={suggestion.text}
              id={`${listId}-${String(place)}`}
              role="option"
              aria-selected={place === active}
              // The input keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => accept(suggestion)}
            >
              <span>{suggestion.label}</span>
              {suggestion.hint !== null && suggestion.hint !== suggestion.label && <code>{suggestion.hint}</code>}
            </li>
          ))}
        </ul>
      )}
    </span>
  )
}
