import type { EventPayload } from '@timedesk/contracts/events'
import { useFormat } from '@timedesk/ui/format'
import { useTranslation } from 'react-i18next'

import { joinTexts } from '../create-words.ts'
import { describeEvent } from './describe-event.ts'
import { eventDanish } from './event-danish.ts'
import { eventEnglish } from './event-english.ts'

const NAMESPACE = 'events'
const LOOK_UP = { ns: NAMESPACE, keySeparator: false, nsSeparator: false } as const

/** Words what happened, in the reader's language. */
export function useEventWording(): (event: EventPayload) => string {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  joinTexts(i18n, NAMESPACE, { en: eventEnglish, da: eventDanish })
  const words = {
    has: (key: string) => i18n.exists(key, LOOK_UP),
    say: (key: string, values: Record<string, string> = {}) => t(key, { ...values, ...LOOK_UP }),
  }
  return (event) => describeEvent(event, words, format)
}
