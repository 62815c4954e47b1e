/** The seven states that every status of a workflow belongs to, and that rules speak of. */
export const statusCategories = [
  'new',
  'open',
  'waiting_customer',
  'waiting_third_party',
  'solved',
  'closed',
  'cancelled',
] as const

export type StatusCategory = (typeof statusCategories)[number]

/** A status as the company named it, for as long as it is named so. */
export type CaseStatus = {
  id: string
  name: string
  category: StatusCategory
  /** Whether clocks stand still in it (R76); absent: its category says so. */
  pausesClock?: boolean
}

/** Whose turn it is. */
export type BallHolder = 'us' | 'customer' | 'third_party' | 'nobody'

/** Plain words for the customer, to be worded by the reader in its language. */
export type CustomerStatus =
  'received' | 'in_progress' | 'needs_your_answer' | 'with_a_partner' | 'solved' | 'closed' | 'cancelled'

type Category = {
  phase: 'active' | 'solved' | 'ended'
  ball: BallHolder
  customerStatus: CustomerStatus
}

const categories: Record<StatusCategory, Category> = {
  new: { phase: 'active', ball: 'us', customerStatus: 'received' },
  open: { phase: 'active', ball: 'us', customerStatus: 'in_progress' },
  waiting_customer: { phase: 'active', ball: 'customer', customerStatus: 'needs_your_answer' },
  waiting_third_party: { phase: 'active', ball: 'third_party', customerStatus: 'with_a_partner' },
  solved: { phase: 'solved', ball: 'nobody', customerStatus: 'solved' },
  closed: { phase: 'ended', ball: 'nobody', customerStatus: 'closed' },
  cancelled: { phase: 'ended', ball: 'nobody', customerStatus: 'cancelled' },
}

export const activeCategories = statusCategories.filter((category) => categories[category].phase === 'active')
export const endedCategories = statusCategories.filter((category) => categories[category].phase === 'ended')

/** Work on the case is still owed, by us or by whom we wait for. */
export function isActive(category: StatusCategory): boolean {
  return categories[category].phase === 'active'
}

/** Closed or cancelled: nothing is said on the case until it is reopened. A solved case has not ended yet. */
export function isEnded(category: StatusCategory): boolean {
  return categories[category].phase === 'ended'
}

/** The clock of the case stands still: we wait for somebody, or for the customer to confirm (R76). */
export function isPaused(category: StatusCategory): boolean {
  return categories[category].ball !== 'us'
}

/** A solved, closed or cancelled case that is worked on again. */
export function isReopening(from: StatusCategory, to: StatusCategory): boolean {
  return !isActive(from) && isActive(to)
}

export function ballHolder(category: StatusCategory): BallHolder {
  return categories[category].ball
}

export function customerStatus(category: StatusCategory): CustomerStatus {
  return categories[category].customerStatus
}
