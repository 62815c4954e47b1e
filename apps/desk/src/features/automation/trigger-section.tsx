import { Checkbox, NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core'
import { RuleEvent, TimeAnchor } from '@timedesk/contracts/automation-rules'
import { RULE_WAIT_MINUTES_MAX } from '@timedesk/contracts/limits'

import { FieldRow } from '../../shared/forms/field-row.tsx'
import type { DraftForm } from '../../shared/forms/use-draft-form.tsx'
import { useRunWords } from '../../shared/runs/use-run-words.ts'
import { FormSection } from '../../shared/terms/form-section.tsx'
import { UNITS, UNIT_MINUTES, type RuleForm, type TriggerDraft } from './rule-draft.ts'
import { useAutomationWords } from './use-automation-words.ts'

const KINDS = ['event', 'time'] as const

/** What a rule is called, and what it waits for. */
export function TriggerSection({ form, isNew }: { form: DraftForm<RuleForm>; isNew: boolean }) {
  const words = useAutomationWords()
  const { trigger } = form.draft
  const change = (changes: Partial<TriggerDraft>) => form.set({ trigger: { ...trigger, ...changes } })
  return (
    <FormSection title={words('what')}>
      <TextInput label={words('name')} required autoComplete="off" data-autofocus={isNew} {...form.text('name')} />
      <SegmentedControl
        aria-label={words('kind')}
        data={KINDS.map((kind) => ({ value: kind, label: words(`kind_${kind}`) }))}
        value={trigger.kind}
        onChange={(kind) => change({ kind: kind === 'time' ? 'time' : 'event' })}
      />
      {trigger.kind === 'event' ? (
        <EventFields form={form} onChange={change} />
      ) : (
        <TimeFields form={form} onChange={change} />
      )}
    </FormSection>
  )
}

type TriggerFieldsProps = { form: DraftForm<RuleForm>; onChange: (changes: Partial<TriggerDraft>) => void }

function EventFields({ form, onChange }: TriggerFieldsProps) {
  const words = useAutomationWords()
  const runWords = useRunWords()
  const { events } = form.draft.trigger
  const problem = form.errorOf('trigger')
  return (
    <Checkbox.Group
      label={words('events')}
      required
      value={[...events]}
      error={problem !== undefined && events.length === 0 ? words('eventsRequired') : problem}
      onChange={(chosen) => onChange({ events: RuleEvent.options.filter((event) => chosen.includes(event)) })}
    >
      <div className="desk-rule-events">
        {RuleEvent.options.map((event) => (
          <Checkbox key={event} value={event} label={runWords(`event_${event}`)} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

function TimeFields({ form, onChange }: TriggerFieldsProps) {
  const words = useAutomationWords()
  const { since, amount, unit, isBefore } = form.draft.trigger
  return (
    <>
      <FieldRow>
        <NumberInput
          label={words('amount')}
          required
          min={0}
          max={Math.floor(RULE_WAIT_MINUTES_MAX / UNIT_MINUTES[unit])}
          allowDecimal={false}
          value={amount}
          error={form.errorOf('trigger')}
          onChange={(value) => onChange({ amount: Number(value) })}
        />
        <Select
          label={words('unit')}
          allowDeselect={false}
          data={UNITS.map((one) => ({ value: one, label: words(`unit_${one}`) }))}
          value={unit}
          onChange={(value) => onChange({ unit: UNITS.find((one) => one === value) ?? unit })}
        />
        {since === 'due' && (
          <Select
            label={words('side')}
            allowDeselect={false}
            data={[
              { value: 'before', label: words('side_before') },
              { value: 'after', label: words('side_after') },
            ]}
            value={isBefore ? 'before' : 'after'}
            onChange={(side) => onChange({ isBefore: side === 'before' })}
          />
        )}
      </FieldRow>
      <Select
        label={words('since')}
        description={words('timeHint')}
        allowDeselect={false}
        data={TimeAnchor.options.map((anchor) => ({ value: anchor, label: words(`since_${anchor}`) }))}
        value={since}
        onChange={(value) => onChange({ since: TimeAnchor.options.find((anchor) => anchor === value) ?? since })}
      />
    </>
  )
}
