import { useEffect, useRef, type ReactNode } from 'react'

import '../../texts/texts.css'

export type Option = {
  id: string
  name: string
  /** How it is typed, or which of several it is. */
  code?: string
  detail?: ReactNode
  /** Why it cannot be chosen. */
  reason?: string | undefined
}

type OptionListProps<Known extends Option> = {
  id: string
  label: string
  options: readonly Known[]
  activeIndex: number
  onActive: (index: number) => void
  onChoose: (option: Known) => void
}

/** The id of an option, for what points at the chosen one. */
export function optionId(listId: string, { id }: Option): string {
  return `${listId}-${id}`
}

/** Things to choose from. The focus stays in the field that the list belongs to. */
export function OptionList<Known extends Option>(props: OptionListProps<Known>) {
  const { id, label, options, activeIndex, onActive, onChoose } = props
  const active = useRef<HTMLLIElement>(null)
  const activeKey = options[activeIndex]?.id
  useEffect(() => {
    active.current?.scrollIntoView({ block: 'nearest' })
  }, [activeKey])
  return (
    <ul className="desk-texts" role="listbox" id={id} aria-label={label}>
      {options.map((option, index) => (
        <li
          key={option.id}
          ref={index === activeIndex ? active : undefined}
          id={optionId(id, option)}
          role="option"
          aria-selected={index === activeIndex}
          aria-disabled={option.reason !== undefined}
          onMouseMove={() => onActive(index)}
          onMouseDown={(event) => {
            // The editor would lose the place that the choice goes to.
            event.preventDefault()
            if (option.reason === undefined) onChoose(option)
          }}
        >
          <span>
            <strong>{option.name}</strong> {option.code !== undefined && <code>{option.code}</code>}
          </span>
          <span className="desk-text-beginning">{option.reason ?? option.detail}</span>
        </li>
      ))}
    </ul>
  )
}
