import { Button, Menu, Textarea } from '@mantine/core'
import { IconBraces } from '@tabler/icons-react'
import { TEXT_LENGTH_MAX } from '@timedesk/contracts/limits'
import { textVariables } from '@timedesk/contracts/texts'
import { unknownVariables } from '@timedesk/domain/texts/template'
import { useRef, type ReactNode } from 'react'
import { flushSync } from 'react-dom'

import './template-field.css'
import { useVariableWords } from './use-variable-words.ts'

type TemplateFieldProps = {
  label: string
  value: string
  onChange: (text: string) => void
  description?: ReactNode
  error?: ReactNode
  required?: boolean
  autoFocus?: boolean
}

/** A text with variables: they are picked from a list, and those that do not exist are told at the field. */
export function TemplateField({ label, value, onChange, error, autoFocus = false, ...rest }: TemplateFieldProps) {
  const words = useVariableWords()
  const field = useRef<HTMLTextAreaElement>(null)
  const unknown = unknownVariables(value)
  const problem =
    unknown.length === 0
      ? error
      : words('unknown', { count: unknown.length, names: unknown.map((name) => `{{${name}}}`).join(' ') })

  const insert = (name: string) => {
    const element = field.current
    const from = element?.selectionStart ?? value.length
    const written = `{{${name}}}`
    flushSync(() => onChange(value.slice(0, from) + written + value.slice(element?.selectionEnd ?? from)))
    element?.focus()
    element?.setSelectionRange(from + written.length, from + written.length)
  }

  return (
    <div className="desk-template-field">
      <Textarea
        {...rest}
        ref={field}
        label={label}
        autosize
        minRows={5}
        maxRows={16}
        maxLength={TEXT_LENGTH_MAX}
        data-autofocus={autoFocus || undefined}
        value={value}
        error={problem}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {/* The field takes the focus itself, at the place behind what was put in. */}
      <Menu position="bottom-start" returnFocus={false} trapFocus>
        <Menu.Target>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconBraces size={14} stroke={1.7} aria-hidden="true" />}
            aria-label={words('insertInto', { label })}
          >
            {words('insert')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className="desk-variables">
          {textVariables.map((name) => (
            <Menu.Item key={name} onClick={() => insert(name)}>
              {words(name)} <code className="desk-quiet">{`{{${name}}}`}</code>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
