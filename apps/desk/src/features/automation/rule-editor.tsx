import { Switch } from '@mantine/core'
import type { AutomationRule } from '@timedesk/contracts/automation-rules'
import { RULE_ACTIONS_MAX } from '@timedesk/contracts/limits'

import { ACTION_KINDS } from '../../shared/actions/action-draft.ts'
import { ActionList } from '../../shared/actions/action-list.tsx'
import { useActionWords } from '../../shared/actions/use-action-words.ts'
import { ConditionList } from '../../shared/conditions/condition-list.tsx'
import { useCaseSubjects } from '../../shared/conditions/use-case-subjects.ts'
import { DraftFormBody } from '../../shared/forms/draft-form-body.tsx'
import { errorInside } from '../../shared/forms/error-inside.ts'
import { useDraftForm, type DraftForm } from '../../shared/forms/use-draft-form.tsx'
import { FormSection } from '../../shared/terms/form-section.tsx'
import './automation.css'
import { DryRunPanel } from './dry-run-panel.tsx'
import { draftOfRule, emptyRule, type RuleForm } from './rule-draft.ts'
import { RuleMatches } from './rule-matches.tsx'
import { TriggerSection } from './trigger-section.tsx'
import { useAutomationWords } from './use-automation-words.ts'
import { useSaveRule } from './use-save-rule.ts'

type RuleEditorProps = {
  rule: AutomationRule | null
  /** What a new one waits for to begin with. */
  kind: 'event' | 'time'
  mayWrite: boolean
  onSaved: (rule: AutomationRule) => void
}

/** A rule as a form, beside which cases it is about, and below what it would have done. */
export function RuleEditor({ rule, kind, mayWrite, onSaved }: RuleEditorProps) {
  const words = useAutomationWords()
  const save = useSaveRule(rule)
  const form = useDraftForm<RuleForm>(rule === null ? emptyRule(kind) : draftOfRule(rule), save.error)
  const { draft } = form
  return (
    <>
      <div className="desk-rule-columns">
        <DraftFormBody
          state={save}
          names={form.names}
          submitLabel={words('save')}
          isDisabled={!mayWrite || !form.isChanged || draft.name.trim() === ''}
          onSubmit={() => save.mutate(draft, { onSuccess: onSaved })}
        >
          <TriggerSection form={form} isNew={rule === null} />
          <ConditionSection form={form} rule={rule} error={save.error} />
          <ThenSection form={form} error={save.error} />
        </DraftFormBody>
        <RuleMatches conditions={draft.conditions} />
      </div>
      <DryRunPanel draft={draft} />
    </>
  )
}

type SectionProps = { form: DraftForm<RuleForm>; error: unknown }

function ConditionSection({ form, rule, error }: SectionProps & { rule: AutomationRule | null }) {
  const words = useAutomationWords()
  const subjects = useCaseSubjects(rule?.names ?? [])
  return (
    <ConditionList
      legend={words('conditions')}
      hint={words('conditionsHint')}
      conditions={form.draft.conditions}
      subjects={subjects}
      error={errorInside(error, 'conditions')}
      onChange={(conditions) => form.set({ conditions })}
    />
  )
}

function ThenSection({ form, error }: SectionProps) {
  const words = useAutomationWords()
  const actionWords = useActionWords()
  return (
    <FormSection title={words('then')} text={words('thenText')}>
      <ActionList
        legend={words('actions')}
        hint={words('order')}
        addLabel={actionWords('addAction')}
        kinds={ACTION_KINDS}
        actions={form.draft.actions}
        max={RULE_ACTIONS_MAX}
        error={error}
        name="actions"
        onChange={(actions) => form.set({ actions })}
      />
      <Switch label={words('stopsAfter')} description={words('stopsAfterHint')} {...form.check('stopsAfter')} />
      <Switch label={words('isActive')} description={words('isActiveHint')} {...form.check('isActive')} />
    </FormSection>
  )
}
