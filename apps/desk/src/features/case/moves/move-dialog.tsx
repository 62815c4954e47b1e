import { Alert, Button, Checkbox, Modal, Text, Textarea, TextInput } from '@mantine/core'
import { IconClockOff } from '@tabler/icons-react'
import type { Case } from '@timedesk/contracts/cases'
import type { StatusMove } from '@timedesk/contracts/workflow-definition'
import { useStatusName } from '@timedesk/ui/status-pill'
import { useState } from 'react'
import { Link } from 'react-router'

import { errorInside } from '../../../shared/forms/error-inside.ts'
import { FormDialog } from '../../../shared/forms/form-dialog.tsx'
import { useFieldProblem } from '../../../shared/forms/use-fields.tsx'
import { followUpPath } from '../../../shared/paths.ts'
import type { Tone } from '../draft.ts'
import { GateList } from './gate-list.tsx'
import { asksForResolution, emptyMove, isBlocked, toMoveBody, type MoveBody, type MoveDraft } from './move-draft.ts'
import './moves.css'
import { RequiredInputs, type MoveInputsProps } from './required-inputs.tsx'
import { useMoveWords } from './use-move-words.ts'

export type MoveDialogProps = {
  subject: Case
  statusId: string
  /** What is sent with the move, if anything is. */
  message?: { tone: Tone; bringsTime: boolean } | undefined
  error: unknown
  isPending: boolean
  onMove: (body: MoveBody) => void
  onClose: () => void
}

const NAMES = ['reason', 'resolution', 'fill', 'override']

/**
 * Asks for exactly what a move still takes. It follows the case: what is done elsewhere meanwhile is asked for no more,
 * and a refusal leaves everything written where it is.
 */
export function MoveDialog(props: MoveDialogProps) {
  const words = useMoveWords()
  const move = props.subject.can.moveTo.find(({ id }) => id === props.statusId)
  if (move !== undefined) return <OpenMove {...props} move={move} />
  return (
    <Modal opened onClose={props.onClose} title={words('gone')}>
      <Button variant="default" onClick={props.onClose}>
        {words('close')}
      </Button>
    </Modal>
  )
}

function OpenMove({
  subject,
  move,
  message,
  error,
  isPending,
  onMove,
  onClose,
}: MoveDialogProps & { move: StatusMove }) {
  const words = useMoveWords()
  const statusName = useStatusName()
  const [draft, setDraft] = useState(emptyMove)
  const change = (changes: Partial<MoveDraft>) => setDraft((now) => ({ ...now, ...changes }))
  const bringsTime = message?.bringsTime === true
  const isShut = isBlocked(move, draft, bringsTime)
  const inputs = { subject, move, draft, onChange: change, error }
  const asksInGate = move.gates.some(({ gate }) => gate === 'resolution')
  const resolution = asksForResolution(move) && <ResolutionInput {...inputs} />

  return (
    <FormDialog
      title={words('title', { number: subject.number, status: statusName(move) })}
      state={{ error, isPending }}
      names={NAMES}
      submitLabel={words(message === undefined ? 'move' : message.tone === 'reply' ? 'sendMove' : 'saveMove')}
      isDisabled={isShut && (!draft.isOverriding || draft.overrideReason.trim() === '')}
      onSubmit={() => onMove(toMoveBody({ ...draft, isOverriding: draft.isOverriding && isShut }))}
      onClose={onClose}
    >
      {message !== undefined && <Text size="sm">{words(message.tone === 'reply' ? 'withReply' : 'withNote')}</Text>}
      {move.isReopenExpired && <ExpiredNotice subject={subject} />}
      {!asksInGate && resolution}
      <RequiredInputs {...inputs} />
      {move.gates.length > 0 && (
        <GateList
          subject={subject}
          move={move}
          opening={[
            ...(draft.resolution.trim() === '' ? [] : ['resolution' as const]),
            ...(bringsTime ? ['time_registered' as const] : []),
          ]}
          resolution={resolution}
          hasMessage={message !== undefined}
        />
      )}
      {isShut && (subject.can.override ? <OverrideInputs {...inputs} /> : <Text size="sm">{words('blocked')}</Text>)}
    </FormDialog>
  )
}

function ExpiredNotice({ subject }: { subject: Case }) {
  const words = useMoveWords()
  return (
    <Alert color="yellow" icon={<IconClockOff size={20} stroke={1.6} />}>
      {words('expired')}{' '}
      <Link to={followUpPath(subject.id)} className="desk-follow-up">
        {words('followUp')}
      </Link>
    </Alert>
  )
}

function ResolutionInput({ move, draft, onChange, error }: MoveInputsProps) {
  const words = useMoveWords()
  const problemOf = useFieldProblem(error)
  return (
    <Textarea
      data-autofocus
      label={words('resolution')}
      description={words('resolutionHint')}
      required={move.requires.includes('resolution')}
      autosize
      minRows={3}
      maxRows={10}
      value={draft.resolution}
      error={problemOf('resolution')}
      onChange={(event) => onChange({ resolution: event.currentTarget.value })}
    />
  )
}

function OverrideInputs({ draft, onChange, error }: MoveInputsProps) {
  const words = useMoveWords()
  const problemOf = useFieldProblem(errorInside(error, 'override'))
  return (
    <div className="desk-override">
      <Text size="sm" mb="xs">
        {words('blockedMayOverride')}
      </Text>
      <Checkbox
        label={words('override')}
        description={words('overrideHint')}
        checked={draft.isOverriding}
        onChange={(event) => onChange({ isOverriding: event.currentTarget.checked })}
      />
      {draft.isOverriding && (
        <TextInput
          mt="xs"
          label={words('overrideReason')}
          required
          autoComplete="off"
          value={draft.overrideReason}
          error={problemOf('reason')}
          onChange={(event) => onChange({ overrideReason: event.currentTarget.value })}
        />
      )}
    </div>
  )
}
