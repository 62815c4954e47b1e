import { createFormat } from '@timedesk/ui/format'
import { createI18n } from '@timedesk/ui/i18n'
import { expect, test } from 'vitest'

import { describeEvent } from './describe-event.ts'
import { eventDanish } from './event-danish.ts'
import { eventEnglish } from './event-english.ts'

const other = { number: 7, subject: 'Printer' }

function worded(event: Parameters<typeof describeEvent>[0], language: 'en' | 'da'): string {
  const i18n = createI18n({ resources: { en: { events: eventEnglish }, da: { events: eventDanish } }, language })
  const look = { ns: 'events', keySeparator: false, nsSeparator: false } as const
  const words = {
    has: (key: string) => i18n.exists(key, look),
    say: (key: string, values: Record<string, string> = {}) => i18n.t(key, { ...values, ...look }),
  }
  return describeEvent(event, words, createFormat(language))
}

test.for([
  ['parent', 'put this case below #7 Printer', 'lagde sagen under #7 Printer'],
  ['child', 'put #7 Printer below this case', 'lagde #7 Printer under sagen'],
  ['later', 'went on with this case in #7 Printer', 'fortsatte sagen i #7 Printer'],
  ['original', 'marked this case as a duplicate of #7 Printer', 'markerede sagen som en dublet af #7 Printer'],
  ['duplicate', 'marked #7 Printer as a duplicate of this case', 'markerede #7 Printer som en dublet af sagen'],
  ['blocks', 'noted that #7 Printer blocks this case', 'noterede, at #7 Printer blokerer sagen'],
  ['blocked_by', 'noted that this case blocks #7 Printer', 'noterede, at sagen blokerer #7 Printer'],
  ['incident', 'added #7 Printer as an incident of this case', 'tilføjede #7 Printer som en hændelse under sagen'],
] as const)('that another case is %s of this one: %s', ([role, english, danish]) => {
  const event = { type: 'case.linked', kind: 'parent', role, ...other } as const
  expect([worded(event, 'en'), worded(event, 'da')]).toEqual([english, danish])
})

test.for([
  ['child', 'removed the link to #7, which was below this case', 'fjernede forbindelsen til #7, som lå under sagen'],
  ['blocks', 'removed the link to #7, which blocked this case', 'fjernede forbindelsen til #7, som blokerede sagen'],
] as const)('that another case is no longer %s of this one: %s', ([role, english, danish]) => {
  const event = { type: 'case.unlinked', kind: 'parent', role, number: 7 } as const
  expect([worded(event, 'en'), worded(event, 'da')]).toEqual([english, danish])
})
