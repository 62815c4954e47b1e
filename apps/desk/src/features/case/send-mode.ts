import { useLocalStorage } from '@mantine/hooks'
import type { Case } from '@timedesk/contracts/cases'
import type { StatusMove } from '@timedesk/contracts/workflow-definition'

import { useMe } from '../../shared/session/use-me.ts'
import type { Tone } from './draft.ts'

export const SEND_MODES = ['keep', 'wait', 'solve'] as const
export type SendMode = (typeof SEND_MODES)[number]

const CATEGORY = { keep: null, wait: 'waiting_customer', solve: 'solved' } as const

/** The move that a way of sending makes; null makes none, undefined when the case cannot move there. */
export function moveAfter(mode: SendMode, { can: { moveTo } }: Case): StatusMove | null | undefined {
  const category = CATEGORY[mode]
  return category === null ? null : moveTo.find((move) => move.category === category)
}

/** The moves that no way of sending makes, each of which may be chosen by itself. */
export function otherMoves(subject: Case): StatusMove[] {
  const usual = SEND_MODES.map((mode) => moveAfter(mode, subject)?.id)
  return subject.can.moveTo.filter(({ id }) => !usual.includes(id))
}

/** How this person sent the last time, remembered for replies and notes apart. */
export function useSendMode(tone: Tone): [SendMode, (mode: SendMode) => void] {
  const { id } = useMe()
  const [stored, store] = useLocalStorage({ key: `timedesk.send-mode.${id}.${tone}`, defaultValue: 'keep' })
  return [SEND_MODES.find((mode) => mode === stored) ?? 'keep', store]
}
