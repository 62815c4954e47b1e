import { isRefusal } from '@timedesk/client/api-error'
import { ProblemAlert } from '@timedesk/ui/problem-alert'

import { useProblem } from '../problems/use-problem.ts'
import { problemsElsewhere } from './field-problems.ts'
import { useFormWords } from './use-form-words.ts'

type FormProblemProps = {
  error: unknown
  /** The fields of the form, which tell their problems themselves. */
  names: readonly string[]
}

/** Why a form was not saved, above its fields. Shows nothing without an error. */
export function FormProblem({ error, names }: FormProblemProps) {
  const word = useProblem()
  const words = useFormWords()
  if (error === null || error === undefined) return null
  const { title, detail, requestId } = word(error)
  const elsewhere = problemsElsewhere(error, names)
  return (
    <ProblemAlert
      title={title}
      detail={isRefusal(error, 'stale_version') ? words('staleHint') : detail}
      fields={elsewhere.map(({ pointer, message }) => ({ pointer, detail: message }))}
      requestId={requestId}
    />
  )
}
