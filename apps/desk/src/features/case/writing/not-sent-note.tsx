import { refusals, type RefusalCode } from '@timedesk/contracts/refusal'
import type { SendProblem } from '@timedesk/contracts/sending'
import { useFormat } from '@timedesk/ui/format'

import { useProblemWords } from '../../../shared/problems/problem-words.ts'
import { useSendingWords } from '../../../shared/sending/use-sending-words.ts'
import { WritingNote } from './draft-notes.tsx'

/** Why a message was not sent at its time; gone once it is written on. */
export function NotSentNote({ problem }: { problem: SendProblem | null }) {
  const words = useSendingWords()
  const problemWords = useProblemWords()
  const format = useFormat()
  if (problem === null) return null
  const { at, code, detail } = problem
  const why = (isCode(code) ? problemWords(code) : undefined) ?? detail ?? code
  return <WritingNote tone="warning">{words('notSent', { time: format.dateTime(at), why })}</WritingNote>
}

function isCode(code: string): code is RefusalCode {
  return code in refusals
}
