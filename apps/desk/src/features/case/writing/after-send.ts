import { useLocalStorage } from '@mantine/hooks'

import { useMe } from '../../../shared/session/use-me.ts'

export const AFTER_SEND = ['stay', 'next', 'back'] as const
export type AfterSend = (typeof AFTER_SEND)[number]

/** Where this person goes once a message is sent. */
export function useAfterSend(): [AfterSend, (chosen: AfterSend) => void] {
  const { id } = useMe()
  const [stored, store] = useLocalStorage({ key: `timedesk.after-send.${id}`, defaultValue: 'stay' })
  return [AFTER_SEND.find((chosen) => chosen === stored) ?? 'stay', store]
}
