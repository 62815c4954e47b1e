import { useQuery } from '@tanstack/react-query'
import { TARGET_MINUTES_MAX } from '@timedesk/contracts/limits'
import { MinutesInput } from '@timedesk/ui/minutes-input'
import { PriorityMark } from '@timedesk/ui/priority-mark'
import type { ReactNode } from 'react'

import type { DraftForm } from '../../shared/forms/use-draft-form.tsx'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { FormSection } from '../../shared/terms/form-section.tsx'
import { TARGETS, type PolicyDraft, type TargetDraft } from './policy-draft.ts'
import { usePolicyWords } from './use-policy-words.ts'

/** What is promised, a row for each priority. */
export function TargetSection({ form }: { form: DraftForm<PolicyDraft> }) {
  const words = usePolicyWords()
  const { data: priorities = [] } = useQuery(settingQueries.priorities())
  const { draft, set, errorOf } = form
  const targetOf = (priorityId: string): TargetDraft =>
    draft.targets.find((target) => target.priorityId === priorityId) ?? nothing(priorityId)
  const change = (changed: TargetDraft) =>
    set({ targets: [...draft.targets.filter(({ priorityId }) => priorityId !== changed.priorityId), changed] })
  const shown = priorities.filter(
    ({ id, isActive }) => isActive || draft.targets.some((target) => target.priorityId === id),
  )
  return (
    <FormSection title={words('targets')} text={words('targetsText')}>
      <table className="desk-policy-targets">
        <thead>
          <tr>
            <th scope="col">{words('priority')}</th>
            {TARGETS.map((name) => (
              <th key={name} scope="col">
                {words(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((priority) => (
            <tr key={priority.id}>
              <th scope="row">
                <PriorityMark rank={priority.level} label={priority.name} withLabel />
              </th>
              {TARGETS.map((name) => (
                <td key={name} data-label={words(name)}>
                  <MinutesInput
                    label={words('targetOf', { what: words(name), priority: priority.name })}
                    hideLabel
                    max={TARGET_MINUTES_MAX}
                    value={targetOf(priority.id)[name]}
                    onChange={(minutes) => change({ ...targetOf(priority.id), [name]: minutes })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Problem problem={errorOf('targets')} />
    </FormSection>
  )
}

function nothing(priorityId: string): TargetDraft {
  return { priorityId, firstResponse: null, nextResponse: null, resolution: null }
}

function Problem({ problem }: { problem: ReactNode }) {
  if (problem === undefined) return null
  return <div className="desk-error">{problem}</div>
}
