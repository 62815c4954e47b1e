import { Button } from '@mantine/core'

import { useProblemSentence, type TextProblem } from './use-problem-sentence.ts'
import { useQueryWords } from './use-query-words.ts'

const EXPECTED_MAX = 8

type ProblemNoteProps = {
  id: string
  text: string
  problem: TextProblem | undefined
  onExchange: (problem: TextProblem, by: string) => void
}

/** What is wrong with a text, and what could stand there instead. */
export function ProblemNote({ id, text, problem, onExchange }: ProblemNoteProps) {
  const words = useQueryWords()
  const sentence = useProblemSentence()
  if (problem === undefined) return null
  const wrong = text.slice(problem.at, problem.at + problem.length)
  const likely = [...problem.expected].sort((one, other) => distance(one, wrong) - distance(other, wrong))
  const isKey = problem.code === 'key_unknown'
  return (
    <p id={id} className="desk-query-note" role="alert">
      {sentence(text, problem)}{' '}
      {likely.length > 0 && (
        <>
          {words('suggested')}{' '}
          {likely.slice(0, EXPECTED_MAX).map((by) => (
            <Button key={by} variant="subtle" size="compact-xs" onClick={() => onExchange(problem, by)}>
              {isKey ? `${by}:` : by}
            </Button>
          ))}
        </>
      )}
    </p>
  )
}

/** How many letters have to be changed to make one of the other: the likeliest first. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (let place = 0; place < one.length; place += 1) {
    const next = [place + 1]
    for (let at = 0; at < other.length; at += 1) {
      const kept = (row[at] ?? 0) + (other[at] === one[place] ? 0 : 1)
      next.push(Math.min(kept, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
