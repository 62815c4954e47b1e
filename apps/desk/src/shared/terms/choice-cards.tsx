import { Radio } from '@mantine/core'
import { useId, type ReactNode } from 'react'

import './terms.css'

type Choice<Value extends string> = { value: Value; label: string; text: string; icon?: ReactNode }

type ChoiceCardsProps<Value extends string> = {
  label: string
  description?: string
  value: Value
  choices: readonly Choice<Value>[]
  onChange: (value: Value) => void
  error?: ReactNode
}

/** One of a few choices, each a card that says what it means. */
export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>) {
  const { label, description, value, choices, onChange, error } = props
  const id = useId()
  return (
    <Radio.Group
      label={label}
      description={description}
      error={error}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      value={value}
      onChange={(chosen) => {
        const choice = choices.find((candidate) => candidate.value === chosen)
        if (choice !== undefined) onChange(choice.value)
      }}
    >
      <div className="desk-choices">
        {choices.map((choice) => (
          <Radio.Card
            key={choice.value}
            value={choice.value}
            className="desk-choice td-focus"
            aria-labelledby={`${id}-${choice.value}`}
            aria-describedby={`${id}-${choice.value}-text`}
          >
            <Radio.Indicator size="xs" />
            <span className="desk-choice-words">
              <strong id={`${id}-${choice.value}`}>
                {choice.icon} {choice.label}
              </strong>
              <span id={`${id}-${choice.value}-text`} className="desk-quiet">
                {choice.text}
              </span>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  )
}
