import { Radio, Stack } from '@mantine/core'
import type { ServicePolicy } from '@timedesk/contracts/service-policies'
import { LoadingState } from '@timedesk/ui/loading-state'
import { Suspense, lazy, useState } from 'react'

import { DraftFormBody } from '../../shared/forms/draft-form-body.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { SettingLog } from '../../shared/settings/setting-log.tsx'
import { ForSection } from './for-section.tsx'
import './policies.css'
import { draftOfPolicy, emptyPolicy, wirePolicy, type PolicyDraft } from './policy-draft.ts'
import { PolicyMatches } from './policy-matches.tsx'
import { TargetSection } from './target-section.tsx'
import { usePolicyWords } from './use-policy-words.ts'
import { useSavePolicy, type AppliesTo } from './use-save-policy.ts'
import { WarningSection } from './warning-section.tsx'

const RehearsalPanel = lazy(async () => ({
  default: (await import('../../shared/rehearsal/rehearsal-panel.tsx')).RehearsalPanel,
}))

type PolicyEditorProps = { policy: ServicePolicy | null; onSaved: (policy: ServicePolicy) => void }

/** A policy as a form, beside which of today's cases it counts for and what it would have made of the last ones. */
export function PolicyEditor({ policy, onSaved }: PolicyEditorProps) {
  const words = usePolicyWords()
  const save = useSavePolicy(policy)
  const form = useDraftForm<PolicyDraft>(policy === null ? emptyPolicy() : draftOfPolicy(policy), save.error)
  const [appliesTo, setAppliesTo] = useState<AppliesTo>('new')
  const { draft } = form
  const wire = wirePolicy(draft)
  const named = { ...wire, name: draft.name.trim() === '' ? words('newPolicy') : draft.name }
  const policyId = policy?.id ?? null
  return (
    <>
      <div className="desk-policy-columns">
        <DraftFormBody
          state={save}
          names={form.names}
          submitLabel={words('save')}
          isDisabled={!form.isChanged || draft.name.trim() === ''}
          onSubmit={() => save.mutate({ draft, appliesTo }, { onSuccess: onSaved })}
        >
          <ForSection form={form} isNew={policy === null} />
          <TargetSection form={form} />
          <WarningSection form={form} error={save.error} />
          <Radio.Group
            label={words('appliesTo')}
            description={words('appliesToHint')}
            value={appliesTo}
            onChange={(value) => setAppliesTo(value === 'open' ? 'open' : 'new')}
          >
            <Stack gap={6} my="xs">
              <Radio value="new" label={words('appliesToNew')} />
              <Radio value="open" label={words('appliesToOpen')} />
            </Stack>
          </Radio.Group>
        </DraftFormBody>
        <PolicyMatches body={{ policyId, policy: named }} />
      </div>
      <Panel title={words('rehearsal')}>
        <Suspense fallback={<LoadingState rows={2} />}>
          <RehearsalPanel change={{ kind: 'policy', policyId, policy: named }} />
        </Suspense>
      </Panel>
      {policyId !== null && <SettingLog settingId={policyId} />}
    </>
  )
}
