import type { EventPayload } from '@timedesk/contracts/events'
import { useFormat } from '@timedesk/ui/format'
import { useTranslation } from 'react-i18next'

import { describeEvent } from './describe-event.ts'

const LOOK_UP = { ns: 'events', keySeparator: false, nsSeparator: false } as const

/** Words what happened, in the reader's language. */
export function useEventWording(): (event: EventPayload) => string {
  const { t, i18n } = useTranslation('events')
  const format = useFormat()
  const words = {
    has: (key: string) => i18n.exists(key, LOOK_UP),
    say: (key: string, values: Record<string, string> = {}) => t(key, { ...values, ...LOOK_UP }),
  }
  return (event) => describeEvent(event, words, format)
}
