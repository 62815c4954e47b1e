import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'

import { errorInside } from '../forms/error-inside.ts'
import { problemOfField } from '../forms/field-problems.ts'
import { emptyAction, type ActionDraft, type ActionKind } from './action-draft.ts'
import { ActionRow } from './action-row.tsx'
import './actions.css'
import { useActionWords, useKindName } from './use-action-words.ts'

/** What may be done more than once: to several fields, with several checklists, notes and people. */
const MANY: readonly ActionKind[] = ['field', 'checklist', 'note', 'notify']

type ActionListProps = {
  /** What the list is; read to screen readers. */
  legend: string
  hint?: string
  /** The words on the button that adds one. */
  addLabel: string
  /** Which kinds can be added. */
  kinds: readonly ActionKind[]
  actions: readonly ActionDraft[]
  max: number
  /** A refusal, and where in its body the list stands. */
  error: unknown
  name: 'actions' | 'changes'
  onChange: (actions: readonly ActionDraft[]) => void
}

/** What a rule does or a macro changes: each once, with the fields of its kind. */
export function ActionList(props: ActionListProps) {
  const { legend, hint, addLabel, kinds, actions, max, error, name, onChange } = props
  const words = useActionWords()
  const nameOf = useKindName()
  const inside = errorInside(error, name)
  const whole = inside === null ? problemOfField(error, name) : undefined
  const problemOf = (index: number) =>
    problemOfField(inside, String(index))?.code === 'repeated' ? words('repeated') : undefined
  const isUsed = (kind: ActionKind) => !MANY.includes(kind) && actions.some((action) => action.kind === kind)
  return (
    <fieldset className="desk-actions">
      <legend className="td-visually-hidden">{legend}</legend>
      {hint !== undefined && <p className="desk-quiet desk-small">{hint}</p>}
      {whole !== undefined && (
        <p className="desk-error" role="alert">
          {words('required')}
        </p>
      )}
      {actions.map((action, index) => (
        <ActionRow
          key={action.key}
          action={action}
          error={errorInside(error, name, index)}
          problem={problemOf(index)}
          onChange={(changed) => onChange(actions.map((other) => (other.key === action.key ? changed : other)))}
          onRemove={() => onChange(actions.filter(({ key }) => key !== action.key))}
        />
      ))}
      <div>
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconPlus size={14} />}
              disabled={actions.length >= max}
            >
              {addLabel}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {kinds.map((kind) => (
              <Menu.Item key={kind} disabled={isUsed(kind)} onClick={() => onChange([...actions, emptyAction(kind)])}>
                {nameOf(kind)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
    </fieldset>
  )
}
