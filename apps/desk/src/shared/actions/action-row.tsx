import { ActionIcon } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useId, type ReactNode } from 'react'

import type { ActionDraft } from './action-draft.ts'
import {
  AssignmentInputs,
  ChecklistInputs,
  EstimateInputs,
  PriorityInputs,
  StatusInputs,
  TagsInputs,
  TypeInputs,
} from './change-inputs.tsx'
import { FieldInputs } from './field-inputs.tsx'
import { NoteInputs, NotifyInputs, ReplyInputs } from './told-inputs.tsx'
import { useActionWords, useKindName } from './use-action-words.ts'

type ActionRowProps = {
  action: ActionDraft
  /** A refusal whose pointers begin at the action. */
  error: unknown
  /** What is wrong with it as a whole. */
  problem: string | undefined
  onChange: (action: ActionDraft) => void
  onRemove: () => void
}

/** One thing that is done, with the fields of its kind. */
export function ActionRow({ action, error, problem, onChange, onRemove }: ActionRowProps) {
  const words = useActionWords()
  const name = useKindName()(action.kind)
  const nameId = useId()
  return (
    <div className="desk-action" role="group" aria-labelledby={nameId}>
      <div className="desk-action-head">
        <strong id={nameId}>{name}</strong>
        <ActionIcon variant="subtle" color="gray" aria-label={words('remove', { action: name })} onClick={onRemove}>
          <IconTrash size={16} stroke={1.6} />
        </ActionIcon>
      </div>
      {problem !== undefined && (
        <p className="desk-error" role="alert">
          {problem}
        </p>
      )}
      {inputsOf(action, error, onChange)}
    </div>
  )
}

function inputsOf(action: ActionDraft, error: unknown, onChange: (action: ActionDraft) => void): ReactNode {
  const rest = { error, onChange }
  switch (action.kind) {
    case 'status':
      return <StatusInputs action={action} {...rest} />
    case 'priority':
      return <PriorityInputs action={action} {...rest} />
    case 'type':
      return <TypeInputs action={action} {...rest} />
    case 'assignment':
      return <AssignmentInputs action={action} {...rest} />
    case 'tags':
      return <TagsInputs action={action} {...rest} />
    case 'field':
      return <FieldInputs action={action} {...rest} />
    case 'checklist':
      return <ChecklistInputs action={action} {...rest} />
    case 'estimate':
      return <EstimateInputs action={action} {...rest} />
    case 'note':
      return <NoteInputs action={action} {...rest} />
    case 'reply':
      return <ReplyInputs action={action} {...rest} />
    case 'notify':
      return <NotifyInputs action={action} {...rest} />
  }
}
