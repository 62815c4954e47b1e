import { NumberInput, Select, Switch, Text } from '@mantine/core'
import type { CaseStatus } from '@timedesk/contracts/case-settings'
import { SILENCE_DAYS_MAX } from '@timedesk/contracts/limits'
import type { SilenceRule, WorkflowDefinition } from '@timedesk/contracts/workflow-definition'
import { isEnded } from '@timedesk/domain/helpdesk/status'

import { FieldRow } from '../../shared/forms/field-row.tsx'
import { setSilence } from './edit-definition.ts'
import { useMoveWords } from './use-move-words.ts'
import { useWorkflowWords } from './use-workflow-words.ts'
import { useBench } from './workflow-bench.ts'

const WARN_DAYS = 7
const MOVE_DAYS = 14

/** What becomes of a case in a status while nobody says anything. A case that has ended is silent for good. */
export function SilenceFields({ status }: { status: CaseStatus }) {
  const words = useWorkflowWords()
  const { editor, statuses, fields } = useBench()
  const { statusName } = useMoveWords(statuses, fields)
  const { definition } = editor.draft
  const rule = definition.silence.find(({ statusId }) => statusId === status.id)
  const targets = definition.transitions.filter(({ fromId }) => fromId === status.id).map(({ toId }) => toId)
  const change = (changes: Partial<SilenceRule>, kind: string) => {
    if (rule === undefined) return
    editor.edit((now) => setSilence(now, status.id, { ...rule, ...changes }), `${kind} ${status.id}`)
  }
  const toggle = (isOn: boolean) =>
    editor.edit((now) =>
      setSilence(
        now,
        status.id,
        isOn
          ? {
              warnAfterDays: WARN_DAYS,
              moveAfterDays: MOVE_DAYS,
              toId: likeliestTarget(definition, status.id, statuses),
            }
          : null,
      ),
    )
  if (isEnded(status.category) && rule === undefined) return null

  return (
    <div className="desk-workflow-silence">
      <Switch
        size="xs"
        label={words('silenceSwitch')}
        checked={rule !== undefined}
        disabled={targets.length === 0 && rule === undefined}
        onChange={(event) => toggle(event.currentTarget.checked)}
      />
      {rule !== undefined && (
        <>
          <Text size="xs" c="var(--td-ink-quiet)">
            {words('silenceText')}
          </Text>
          <FieldRow>
            <DaysInput
              label={words('warnAfter')}
              days={rule.warnAfterDays}
              onChange={(warnAfterDays) => change({ warnAfterDays }, 'warn')}
            />
            <DaysInput
              label={words('moveAfter')}
              days={rule.moveAfterDays}
              onChange={(moveAfterDays) => change({ moveAfterDays }, 'move')}
            />
          </FieldRow>
          <Select
            label={words('moveTo')}
            allowDeselect={false}
            data={[...new Set([...targets, rule.toId])].map((id) => ({ value: id, label: statusName(id) }))}
            value={rule.toId}
            onChange={(toId) => {
              if (toId !== null) change({ toId }, 'to')
            }}
          />
        </>
      )}
    </div>
  )
}

type DaysInputProps = { label: string; days: number; min?: number; onChange: (days: number) => void }

/** Days that are counted in whole ones. */
export function DaysInput({ label, days, min = 1, onChange }: DaysInputProps) {
  return (
    <NumberInput
      label={label}
      allowDecimal={false}
      min={min}
      max={SILENCE_DAYS_MAX}
      value={days}
      onChange={(value) => {
        if (value !== '') onChange(Number(value))
      }}
    />
  )
}

/** A closed status where the case can go, else the first it can go to. */
function likeliestTarget(definition: WorkflowDefinition, fromId: string, statuses: readonly CaseStatus[]): string {
  const targets = definition.transitions.filter((move) => move.fromId === fromId).map(({ toId }) => toId)
  const closed = targets.find((id) => statuses.find((status) => status.id === id)?.category === 'closed')
  return closed ?? targets[0] ?? fromId
}
