import { Button } from '@mantine/core'
import { IconUserCheck } from '@tabler/icons-react'
import type { Dispatch } from 'react'

import {
  AssignmentInputs,
  ChecklistInputs,
  EstimateInputs,
  PriorityInputs,
  StatusInputs,
  TagsInputs,
  TypeInputs,
} from '../actions/change-inputs.tsx'
import type { ActionDraft, ActionOf } from '../actions/action-draft.ts'
import { FieldInputs } from '../actions/field-inputs.tsx'
import { errorInside } from '../forms/error-inside.ts'
import { useMe } from '../session/use-me.ts'
import type { BulkDraft } from './bulk-draft.ts'
import type { BulkSelection } from './bulk-selection.ts'
import { MacroInput } from './macro-input.tsx'
import { MergeInput } from './merge-input.tsx'
import { SnoozeInput } from './snooze-input.tsx'
import { useBulkWords } from './use-bulk-words.ts'

type BulkInputsProps = { draft: BulkDraft; selection: BulkSelection; error: unknown; onChange: Dispatch<BulkDraft> }

/** What a deed takes; nothing where it says it all. */
export function BulkInputs({ draft, selection, error, onChange }: BulkInputsProps) {
  const words = useBulkWords()
  switch (draft.kind) {
    case 'change':
      return (
        <ChangeInputs
          action={draft.action}
          error={errorInside(error, 'changes', 0)}
          onChange={(action) => onChange({ kind: 'change', action })}
        />
      )
    case 'snooze':
      return <SnoozeInput draft={draft} onChange={onChange} />
    case 'macro':
      return <MacroInput macroId={draft.macroId} onChange={(macroId) => onChange({ kind: 'macro', macroId })} />
    case 'merge':
      return (
        <MergeInput into={draft.into} selection={selection} onChange={(into) => onChange({ kind: 'merge', into })} />
      )
    case 'follow':
    case 'read':
      return <p className="desk-quiet">{words('nothingYet')}</p>
  }
}

type ChangeInputsProps = { action: ActionDraft; error: unknown; onChange: Dispatch<ActionDraft> }

function ChangeInputs({ action, error, onChange }: ChangeInputsProps) {
  const shared = { error, onChange }
  switch (action.kind) {
    case 'status':
      return <StatusInputs action={action} {...shared} />
    case 'priority':
      return <PriorityInputs action={action} {...shared} />
    case 'type':
      return <TypeInputs action={action} {...shared} />
    case 'assignment':
      return <AssignmentChoice action={action} {...shared} />
    case 'tags':
      return <TagsInputs action={action} {...shared} />
    case 'field':
      return <FieldInputs action={action} {...shared} />
    case 'checklist':
      return <ChecklistInputs action={action} {...shared} />
    case 'estimate':
      return <EstimateInputs action={action} {...shared} />
    default:
      // What says something to people goes by a macro.
      return null
  }
}

type AssignmentChoiceProps = {
  action: ActionOf<'assignment'>
  error: unknown
  onChange: (action: ActionOf<'assignment'>) => void
}

/** Whoever chooses cases often takes them. */
function AssignmentChoice(props: AssignmentChoiceProps) {
  const words = useBulkWords()
  const { id, name, department } = useMe()
  const { action, onChange } = props
  return (
    <>
      <AssignmentInputs {...props} />
      <div>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconUserCheck size={15} stroke={1.6} aria-hidden="true" />}
          onClick={() => onChange({ ...action, departmentId: department.id, responsible: { id, name } })}
        >
          {words('toMe')}
        </Button>
      </div>
    </>
  )
}
