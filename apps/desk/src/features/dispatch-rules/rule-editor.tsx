import { Switch, TextInput } from '@mantine/core'
import type { DispatchRule } from '@timedesk/contracts/dispatch-rules'
import { LoadingState } from '@timedesk/ui/loading-state'
import { Suspense, lazy } from 'react'

import { ConditionList } from '../../shared/conditions/condition-list.tsx'
import { useCaseSubjects } from '../../shared/conditions/use-case-subjects.ts'
import { DraftFormBody } from '../../shared/forms/draft-form-body.tsx'
import { errorInside } from '../../shared/forms/error-inside.ts'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { FormSection } from '../../shared/terms/form-section.tsx'
import './dispatch-rules.css'
import { draftOfRule, emptyRule, isTargetSet, wireRule, type RuleDraft } from './rule-draft.ts'
import { RuleMatches } from './rule-matches.tsx'
import { TargetSection } from './target-section.tsx'
import { useRuleWords } from './use-rule-words.ts'
import { useSaveRule } from './use-save-rule.ts'

const RehearsalPanel = lazy(async () => ({
  default: (await import('../../shared/rehearsal/rehearsal-panel.tsx')).RehearsalPanel,
}))

/** A new case has no other status, and nobody has it yet. */
const NOT_ASKED = ['responsible', 'status', 'category'] as const

type RuleEditorProps = { rule: DispatchRule | null; onSaved: () => void }

/** A rule as a form, beside what it matches and what it would have done with the cases of the last days. */
export function RuleEditor({ rule, onSaved }: RuleEditorProps) {
  const words = useRuleWords()
  const save = useSaveRule(rule)
  const form = useDraftForm<RuleDraft>(rule === null ? emptyRule() : draftOfRule(rule), save.error)
  const { draft, set, text, check } = form
  const subjects = useCaseSubjects(rule?.names ?? [], {
    without: NOT_ASKED.filter((field) => rule?.conditions.every((condition) => condition.field !== field) ?? true),
  })
  const hasTarget = isTargetSet(draft.target)
  const name = draft.name.trim()
  const wire = { ...wireRule(draft), name: name === '' ? words('newRule') : name }
  return (
    <>
      <div className="desk-rule-columns">
        <DraftFormBody
          state={save}
          names={form.names}
          submitLabel={words('save')}
          isDisabled={!form.isChanged || name === '' || !hasTarget}
          onSubmit={() => save.mutate(draft, { onSuccess: onSaved })}
        >
          <FormSection title={words('when')} text={words('whenText')}>
            <TextInput
              label={words('name')}
              description={words('nameHint')}
              required
              autoComplete="off"
              data-autofocus={rule === null}
              {...text('name')}
            />
            <ConditionList
              legend={words('conditions')}
              hint={words('noConditions')}
              conditions={draft.conditions}
              subjects={subjects}
              error={errorInside(save.error, 'conditions')}
              onChange={(conditions) => set({ conditions })}
            />
            {rule !== null && <Switch label={words('inUse')} {...check('isActive')} />}
          </FormSection>
          <TargetSection form={form} error={save.error} />
        </DraftFormBody>
        <RuleMatches conditions={draft.conditions} />
      </div>
      <Panel title={words('rehearsal')}>
        {hasTarget ? (
          <Suspense fallback={<LoadingState rows={2} />}>
            <RehearsalPanel change={{ kind: 'dispatch_rule', ruleId: rule?.id ?? null, rule: wire }} />
          </Suspense>
        ) : (
          <p className="desk-quiet">{words('noTarget')}</p>
        )}
      </Panel>
    </>
  )
}
