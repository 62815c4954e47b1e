import type { StatusCategory } from '@timedesk/contracts/case-settings'

const OVER: readonly StatusCategory[] = ['solved', 'closed', 'cancelled']

/** Whether the work on a case has ended, so that its deadline presses nobody. */
export function isOver(category: StatusCategory): boolean {
  return OVER.includes(category)
}
