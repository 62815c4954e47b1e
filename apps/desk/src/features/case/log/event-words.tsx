import type { TimelineItem } from '@timedesk/contracts/dialogue'

import { useEventWording } from '../../../shared/events/use-event-wording.ts'

/** What happened, in words. */
export function EventWords({ event }: { event: Extract<TimelineItem, { kind: 'event' }>['event'] }) {
  return useEventWording()(event)
}
