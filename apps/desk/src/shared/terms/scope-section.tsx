import { Pill, SegmentedControl, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ScopeKind } from '@timedesk/contracts/agreements'
import { SCOPE_RULES_MAX } from '@timedesk/contracts/limits'
import type { Reference } from '@timedesk/contracts/primitives'
import { useState } from 'react'

import { FieldRow } from '../forms/field-row.tsx'
import type { DraftForm } from '../forms/use-draft-form.tsx'
import { ProjectPicker } from '../pickers/search-pickers.tsx'
import { CaseTypePicker, DepartmentPicker } from '../pickers/setting-pickers.tsx'
import { settingQueries } from '../settings/setting-queries.ts'
import { usableOptions } from '../settings/usable-options.ts'
import { FormSection } from './form-section.tsx'
import type { ScopeChoice, TermsDraft } from './terms-draft.ts'
import { useTermsWords } from './use-terms-words.ts'

type ScopeSectionProps = { form: DraftForm<TermsDraft>; customerId: string | null }

/** What work the agreement is for: lists of what it is only for, and of what it is not for. */
export function ScopeSection({ form, customerId }: ScopeSectionProps) {
  const words = useTermsWords()
  const { draft, set, errorOf } = form
  const [mode, setMode] = useState<ScopeChoice['mode']>('include')
  const [kind, setKind] = useState<ScopeChoice['kind']>('case_type')
  const problem = errorOf('scope')
  const add = (reference: Reference | null) => {
    if (reference === null || draft.scope.length >= SCOPE_RULES_MAX) return
    const others = draft.scope.filter((choice) => choice.reference.id !== reference.id)
    set({ scope: [...others, { kind, mode, reference }] })
  }
  const remove = (id: string) => set({ scope: draft.scope.filter(({ reference }) => reference.id !== id) })

  return (
    <FormSection title={words('scope')} text={words('scopeText')}>
      {draft.scope.length === 0 ? (
        <p className="desk-scope-list">{words('scopeAll')}</p>
      ) : (
        <>
          <ScopeList title={words('only')} choices={ofMode(draft.scope, 'include')} onRemove={remove} />
          <ScopeList title={words('not')} choices={ofMode(draft.scope, 'exclude')} onRemove={remove} />
        </>
      )}
      <FieldRow>
        <SegmentedControl
          aria-label={words('mode')}
          value={mode}
          onChange={setMode}
          data={[
            { value: 'include', label: words('only') },
            { value: 'exclude', label: words('not') },
          ]}
        />
        <Select
          aria-label={words('kind')}
          allowDeselect={false}
          data={ScopeKind.options.map((option) => ({ value: option, label: words(`kind_${option}`) }))}
          value={kind}
          onChange={(chosen) => setKind(ScopeKind.catch('case_type').parse(chosen))}
        />
        <ScopePicker key={`${kind} ${draft.scope.length}`} kind={kind} customerId={customerId} onPick={add} />
      </FieldRow>
      {problem !== undefined && (
        <p role="alert" className="desk-refusal">
          {problem}
        </p>
      )}
    </FormSection>
  )
}

type ScopeListProps = { title: string; choices: readonly ScopeChoice[]; onRemove?: (id: string) => void }

/** The things of one side of a scope, by name. */
export function ScopeList({ title, choices, onRemove }: ScopeListProps) {
  const words = useTermsWords()
  if (choices.length === 0) return null
  return (
    <ul className="desk-scope-list" aria-label={title}>
      <li aria-hidden="true">{title}:</li>
      {choices.map(({ kind, reference: { id, name } }) => (
        <li key={id}>
          <Pill
            size="md"
            withRemoveButton={onRemove !== undefined}
            onRemove={() => onRemove?.(id)}
            removeButtonProps={{ 'aria-label': words('remove', { name }), tabIndex: 0, 'aria-hidden': false }}
          >
            {words(`kind_${kind}`)}: {name}
          </Pill>
        </li>
      ))}
    </ul>
  )
}

type ScopePickerProps = {
  kind: ScopeChoice['kind']
  customerId: string | null
  onPick: (reference: Reference | null) => void
}

function ScopePicker({ kind, customerId, onPick }: ScopePickerProps) {
  const words = useTermsWords()
  const caseTypes = useQuery(settingQueries.caseTypes())
  const departments = useQuery(settingQueries.departments())
  const activities = useQuery(settingQueries.activityTypes())
  const label = `${words('add')}: ${words(`kind_${kind}`)}`
  const pickFrom = (things: readonly Reference[] | undefined) => (id: string | null) => {
    const thing = things?.find((candidate) => candidate.id === id)
    onPick(thing === undefined ? null : { id: thing.id, name: thing.name })
  }
  switch (kind) {
    case 'case_type':
      return (
        <CaseTypePicker label={label} hideLabel placeholder={label} value={null} onChange={pickFrom(caseTypes.data)} />
      )
    case 'department':
      return (
        <DepartmentPicker
          label={label}
          hideLabel
          placeholder={label}
          value={null}
          onChange={pickFrom(departments.data)}
        />
      )
    case 'project':
      return (
        <ProjectPicker
          label={label}
          hideLabel
          placeholder={label}
          customerId={customerId ?? undefined}
          value={null}
          onChange={onPick}
        />
      )
    case 'activity_type':
      return (
        <Select
          aria-label={label}
          placeholder={label}
          data={usableOptions(activities.data ?? [])}
          value={null}
          onChange={pickFrom(activities.data)}
        />
      )
  }
}

export function ofMode(scope: readonly ScopeChoice[], mode: ScopeChoice['mode']): ScopeChoice[] {
  return scope.filter((choice) => choice.mode === mode)
}
