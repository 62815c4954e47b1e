/** A service policy as far as it says what it is for; null: for whatever comes. */
export type PolicyScope = {
  id: string
  agreementId: string | null
  customerId: string | null
  /** With the types below it. */
  typeId: string | null
  position: number
  isActive: boolean
  /** The priorities that it says anything about, even if only that nothing is promised. */
  priorityIds: readonly string[]
}

/** What a case is, as policies ask. */
export type PolicySubject = {
  /** The agreement that leads for it. */
  agreementId: string | null
  customerId: string
  /** Its type and those above it, the nearest first. */
  typeLine: readonly string[]
  priorityId: string
}

export type PolicyWhy = 'agreement' | 'customer' | 'type' | 'general' | 'none'

/** Why a policy was not chosen: it is not for this case, or another one is nearer to it, or comes first. */
export type PolicyLoss = 'inactive' | 'agreement' | 'customer' | 'type' | 'priority' | 'less_specific' | 'position'

export type PolicyChoice<Policy> = {
  chosen: Policy | null
  why: PolicyWhy
  others: { policy: Policy; lostBy: PolicyLoss }[]
}

/**
 * The policy that holds for a case: one for its agreement before one for its customer, before one for its type, of which
 * the nearest counts, before a general one; among equals the one that stands first. Those that lost are told with why,
 * in the order in which they would have been asked.
 */
export function choosePolicy<Policy extends PolicyScope>(
  policies: readonly Policy[],
  subject: PolicySubject,
): PolicyChoice<Policy> {
  const ordered = policies.toSorted((one, other) => compare(one, other, subject))
  const chosen = ordered.find((policy) => mismatch(policy, subject) === null) ?? null
  const others = ordered
    .filter((policy) => policy !== chosen)
    .map((policy) => ({ policy, lostBy: mismatch(policy, subject) ?? beatenBy(chosen, policy, subject) }))
  return { chosen, why: chosen === null ? 'none' : whyOf(chosen), others }
}

function mismatch(policy: PolicyScope, subject: PolicySubject): PolicyLoss | null {
  if (!policy.isActive) return 'inactive'
  if (policy.agreementId !== null && policy.agreementId !== subject.agreementId) return 'agreement'
  if (policy.customerId !== null && policy.customerId !== subject.customerId) return 'customer'
  if (policy.typeId !== null && !subject.typeLine.includes(policy.typeId)) return 'type'
  return policy.priorityIds.includes(subject.priorityId) ? null : 'priority'
}

function beatenBy(chosen: PolicyScope | null, policy: PolicyScope, subject: PolicySubject): PolicyLoss {
  return chosen !== null && compareRank(chosen, policy, subject) === 0 ? 'position' : 'less_specific'
}

function compare(one: PolicyScope, other: PolicyScope, subject: PolicySubject): number {
  return (
    compareRank(one, other, subject) ||
    one.position - other.position ||
    (one.id < other.id ? -1 : Number(one.id > other.id))
  )
}

/** Negative when `one` is nearer to the case. */
function compareRank(one: PolicyScope, other: PolicyScope, subject: PolicySubject): number {
  const [ranks, others] = [rankOf(one, subject), rankOf(other, subject)]
  const at = ranks.findIndex((rank, index) => rank !== others[index])
  return at < 0 ? 0 : (ranks[at] ?? 0) - (others[at] ?? 0)
}

/** Smaller is nearer. A type that the case does not have is as far as none. */
function rankOf({ agreementId, customerId, typeId }: PolicyScope, { typeLine }: PolicySubject): number[] {
  const depth = typeId === null ? -1 : typeLine.indexOf(typeId)
  return [agreementId === null ? 1 : 0, customerId === null ? 1 : 0, depth < 0 ? typeLine.length : depth]
}

function whyOf({ agreementId, customerId, typeId }: PolicyScope): PolicyWhy {
  if (agreementId !== null) return 'agreement'
  if (customerId !== null) return 'customer'
  return typeId === null ? 'general' : 'type'
}
