import type { ScopeKind } from '@timedesk/contracts/agreements'
import type { EntryToCover } from './entry.ts'
import { compareText } from './order.ts'
import type { AgreementTerms, ScopeRule } from './terms.ts'

/** An agreement that was looked at, and the first thing that rules it out. */
export type PassedOver = {
  agreement: AgreementTerms
  because: 'state' | 'validity' | ScopeKind
}

export type Applying = {
  applying: AgreementTerms[]
  passedOver: PassedOver[]
}

const scopeKinds = ['case_type', 'activity_type', 'department', 'project'] as const satisfies readonly ScopeKind[]

/**
 * Which agreements count for an entry, both lists by the agreement's number. Outside of contract none is looked at,
 * and a case that names an agreement looks at that one alone. An agreement counts on days within its validity, once
 * active; a suspended one only for what it covers already. Its scope has to hold the work, where an exclude wins.
 */
export function whichApply(entry: EntryToCover, agreements: readonly AgreementTerms[]): Applying {
  const found: Applying = { applying: [], passedOver: [] }
  const inOrder = agreements.toSorted((one, other) => one.number - other.number || compareText(one.id, other.id))
  for (const agreement of inOrder) {
    if (!isLookedAt(entry, agreement)) continue
    const because = whyNot(entry, agreement)
    if (because === null) found.applying.push(agreement)
    else found.passedOver.push({ agreement, because })
  }
  return found
}

function isLookedAt({ choice }: EntryToCover, { id }: AgreementTerms): boolean {
  switch (choice.mode) {
    case 'automatic':
      return true
    case 'chosen':
      return choice.agreementId === id
    case 'outside':
      return false
  }
}

function whyNot(entry: EntryToCover, agreement: AgreementTerms): PassedOver['because'] | null {
  if (!isInForce(entry, agreement)) return 'state'
  if (!isValidOn(entry.workDate, agreement)) return 'validity'
  return scopeKinds.find((kind) => !isInScope(kind, entry, agreement.scope)) ?? null
}

function isInForce(entry: EntryToCover, { id, state }: AgreementTerms): boolean {
  switch (state) {
    case 'active':
    case 'ended':
      return true
    case 'suspended':
      return entry.presentAgreementIds.includes(id)
    case 'draft':
      return false
  }
}

function isValidOn(day: string, { validFrom, validTo }: AgreementTerms): boolean {
  return validFrom <= day && (validTo === null || day <= validTo)
}

function isInScope(kind: ScopeKind, entry: EntryToCover, scope: readonly ScopeRule[]): boolean {
  const rules = scope.filter((rule) => rule.kind === kind)
  if (rules.length === 0) return true

  const ids = idsOf(kind, entry)
  const includes = rules.filter(({ mode }) => mode === 'include')
  const isNamed = ({ id }: ScopeRule) => ids.includes(id)
  if (rules.some((rule) => rule.mode === 'exclude' && isNamed(rule))) return false
  return includes.length === 0 || includes.some(isNamed)
}

function idsOf(kind: ScopeKind, entry: EntryToCover): readonly string[] {
  switch (kind) {
    case 'case_type':
      return entry.caseTypeIds
    case 'activity_type':
      return [entry.activityType.id]
    case 'department':
      return entry.departmentIds
    case 'project':
      return entry.projectIds
  }
}
