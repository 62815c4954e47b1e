import { useLocalStorage } from '@mantine/hooks'
import type { Case } from '@timedesk/contracts/cases'

import { useMe } from '../../shared/session/use-me.ts'
import type { Tone } from './draft.ts'

export const SEND_MODES = ['keep', 'wait', 'solve'] as const
export type SendMode = (typeof SEND_MODES)[number]

const CATEGORY = { keep: null, wait: 'waiting_customer', solve: 'solved' } as const

/** The status that a way of sending moves the case to; null keeps it, undefined when the case cannot move there. */
export function statusAfter(mode: SendMode, subject: Case): string | null | undefined {
  const category = CATEGORY[mode]
  return category === null ? null : subject.can.moveTo.find((status) => status.category === category)?.id
}

/** How this person sent the last time, remembered for replies and notes apart. */
export function useSendMode(tone: Tone): [SendMode, (mode: SendMode) => void] {
  const { id } = useMe()
  const [stored, store] = useLocalStorage({ key: `timedesk.send-mode.${id}.${tone}`, defaultValue: 'keep' })
  return [SEND_MODES.find((mode) => mode === stored) ?? 'keep', store]
}
