import { Button } from '@mantine/core'

import { useProblemSentence, type TextProblem } from './use-problem-sentence.ts'
import { useQueryWords } from './use-query-words.ts'

/** Of one problem so much is offered instead, of each of several less. */
const EXPECTED_MAX = 8
const EXPECTED_OF_EACH_MAX = 3

type ProblemNotesProps = {
  id: string
  text: string
  problems: readonly TextProblem[]
  onExchange: (problem: TextProblem, by: string) => void
}

/** All that is wrong with a text, and what could stand there instead, the likeliest first. */
export function ProblemNotes({ id, text, problems, onExchange }: ProblemNotesProps) {
  const words = useQueryWords()
  const sentence = useProblemSentence()
  if (problems.length === 0) return null
  const limit = problems.length === 1 ? EXPECTED_MAX : EXPECTED_OF_EACH_MAX
  return (
    <div id={id} role="alert">
      {problems.map((problem) => (
        <p key={`${problem.code} ${String(problem.at)}`} className="desk-query-note">
          {sentence(text, problem)}{' '}
          {problem.expected.length > 0 && (
            <>
              {words('suggested')}{' '}
              {problem.expected.slice(0, limit).map((by) => (
                <Button key={by} variant="subtle" size="compact-xs" onClick={() => onExchange(problem, by)}>
                  {problem.code === 'key_unknown' ? `${by}:` : by}
                </Button>
              ))}
            </>
          )}
        </p>
      ))}
    </div>
  )
}
