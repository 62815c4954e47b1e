import { Anchor } from '@mantine/core'

import { isSamePlace, type Chosen } from './place-problems.ts'
import { useMoveWords } from './use-move-words.ts'
import { useDefinitionProblemWords } from './use-definition-problems.ts'
import { useBench } from './workflow-bench.ts'

/** What is wrong at a place; null: with the whole. Nothing where all is well. */
export function ProblemLines({ place }: { place: Chosen | null }) {
  const { editor, statuses, problems } = useBench()
  const word = useDefinitionProblemWords(statuses, editor.draft.definition)
  const here = problems.filter((placed) => isSamePlace(placed.place, place))
  if (here.length === 0) return null
  return (
    <ul className="desk-workflow-problems desk-error desk-small">
      {here.map(({ problem }) => (
        <li key={`${problem.pointer} ${problem.code} ${problem.message}`}>{word(problem)}</li>
      ))}
    </ul>
  )
}

/** Everything that is wrong, each leading to the place where it can be mended. */
export function ProblemList() {
  const { editor, statuses, fields, problems, choose } = useBench()
  const word = useDefinitionProblemWords(statuses, editor.draft.definition)
  const { statusName, endsName } = useMoveWords(statuses, fields)
  if (problems.length === 0) return null
  return (
    <ul className="desk-workflow-problems desk-error desk-small">
      {problems.map(({ problem, place }) => (
        <li key={`${problem.pointer} ${problem.code} ${problem.message}`}>
          {place !== null && (
            <>
              <Anchor component="button" type="button" size="xs" onClick={() => choose(place)}>
                {place.kind === 'status' ? statusName(place.statusId) : endsName(place)}
              </Anchor>
              {': '}
            </>
          )}
          {word(problem)}
        </li>
      ))}
    </ul>
  )
}
