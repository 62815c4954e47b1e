import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { ESCALATIONS_MAX } from '@timedesk/contracts/limits'

import { errorInside } from '../../shared/forms/error-inside.ts'
import type { DraftForm } from '../../shared/forms/use-draft-form.tsx'
import { FormSection } from '../../shared/terms/form-section.tsx'
import { EscalationRow } from './escalation-row.tsx'
import { emptyEscalation, type EscalationDraft, type PolicyDraft } from './policy-draft.ts'
import { usePolicyWords } from './use-policy-words.ts'

const BREACH = 100

/** When the responsible person is warned, and who else is told or gets the case. */
export function WarningSection({ form, error }: { form: DraftForm<PolicyDraft>; error: unknown }) {
  const words = usePolicyWords()
  const { draft, set, text } = form
  const change = (key: string, changes: Partial<EscalationDraft>) =>
    set({ escalations: draft.escalations.map((step) => (step.key === key ? { ...step, ...changes } : step)) })
  return (
    <FormSection title={words('warnings')} text={words('warningsText')}>
      <TextInput
        label={words('warnAt')}
        description={words('warnAtHint')}
        inputMode="numeric"
        autoComplete="off"
        {...text('warnAt')}
      />
      <fieldset className="desk-escalations">
        <legend>{words('escalations')}</legend>
        {draft.escalations.map((step, index) => (
          <EscalationRow
            key={step.key}
            step={step}
            number={index + 1}
            error={errorInside(error, 'escalations', index)}
            onChange={(changes) => change(step.key, changes)}
            onRemove={() => set({ escalations: draft.escalations.filter(({ key }) => key !== step.key) })}
          />
        ))}
        <div>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} />}
            disabled={draft.escalations.length >= ESCALATIONS_MAX}
            onClick={() => set({ escalations: [...draft.escalations, emptyEscalation(BREACH)] })}
          >
            {words('addEscalation')}
          </Button>
        </div>
      </fieldset>
    </FormSection>
  )
}
