import type { ExtranetTimeLine } from '@timedesk/contracts/extranet-agreements'

/** How much of a line lies beyond the agreement and waits to be accepted. */
export function waitingMinutes({ coveredBy }: Pick<ExtranetTimeLine, 'coveredBy'>): number {
  return coveredBy.reduce((sum, { hold, minutes }) => (hold === 'approval' ? sum + minutes : sum), 0)
}
