import type { Mail } from '@timedesk/contracts/operations'

import { Mark } from '../../shared/lists/mark.tsx'
import { useMailWords } from './use-mail-words.ts'

const KINDS = { waiting: 'chosen', sent: 'good', failed: 'bad', not_configured: 'warn' } as const

/** How far a mail has come. */
export function MailStateMark({ state }: { state: Mail['state'] }) {
  const words = useMailWords()
  return <Mark kind={KINDS[state]}>{words(`state_${state}`)}</Mark>
}
