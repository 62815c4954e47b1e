import { notifications } from '@mantine/notifications'
import type { Case } from '@timedesk/contracts/cases'
import type { DraftKind } from '@timedesk/contracts/drafts'

import { useProblem } from '../../../shared/problems/use-problem.ts'
import { useIsHere } from '../../../shared/use-is-here.ts'
import { useWritingWords } from './use-writing-words.ts'

type Unsent = { error: unknown } | { why: string }

/** Says that a message did not leave to who has left its place by then; there it says so itself. */
export function useTellUnsent({ number }: Case, kind: DraftKind): (unsent: Unsent) => void {
  const words = useWritingWords()
  const word = useProblem()
  const isHere = useIsHere()
  return (unsent) => {
    if (isHere()) return
    const message = 'why' in unsent ? unsent.why : word(unsent.error).title
    notifications.show({ color: 'red', title: words(`${kind}NotSent`, { number }), message, autoClose: false })
  }
}
