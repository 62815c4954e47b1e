import type { EventPayload } from '@timedesk/contracts/events'
import { useFormat } from '@timedesk/ui/format'
import { useTranslation } from 'react-i18next'

import { joinTexts } from '../create-words.ts'
import { describeEvent } from './describe-event.ts'
import { eventDanish } from './event-danish.ts'
import { eventEnglish } from './event-english.ts'
import { wordWarning, type Warning } from './settlement-values.ts'
import type { EventWords } from './word-changes.ts'

const NAMESPACE = 'events'
const LOOK_UP = { ns: NAMESPACE, keySeparator: false, nsSeparator: false } as const

/** Words what happened, in the reader's language. */
export function useEventWording(): (event: EventPayload) => string {
  const words = useEventWords()
  const format = useFormat()
  return (event) => describeEvent(event, words, format)
}

/** Words a warning as a sentence of its own. */
export function useWarningWording(): (warning: Warning) => string {
  const words = useEventWords()
  const format = useFormat()
  return (warning) => {
    const sentence = wordWarning(warning, words, format)
    return sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1)
  }
}

function useEventWords(): EventWords {
  const { t, i18n } = useTranslation()
  joinTexts(i18n, NAMESPACE, { en: eventEnglish, da: eventDanish })
  return {
    has: (key) => i18n.exists(key, LOOK_UP),
    say: (key, values = {}) => t(key, { ...values, ...LOOK_UP }),
  }
}
