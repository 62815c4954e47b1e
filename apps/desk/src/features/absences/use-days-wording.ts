import type { Absence } from '@timedesk/contracts/absences'
import { useFormat } from '@timedesk/ui/format'

/** The days of an absence in words: “2 Mar 2026 – 6 Mar 2026”, or the one. */
export function useDaysWording(): (absence: Pick<Absence, 'from' | 'to'>) => string {
  const format = useFormat()
  return ({ from, to }) => (from === to ? format.workDate(from) : `${format.workDate(from)} – ${format.workDate(to)}`)
}
