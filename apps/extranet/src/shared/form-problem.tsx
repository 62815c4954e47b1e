import { ProblemAlert } from '@timedesk/ui/problem-alert'
import { useRefusalWords } from './use-refusal-words.ts'

/** What failed when a form was sent, beside the form; nothing when nothing failed. */
export function FormProblem({ error }: { error: unknown }) {
  const words = useRefusalWords()
  if (error === null || error === undefined) return null
  const { sentence, requestId } = words.of(error)
  return <ProblemAlert title={sentence} requestId={requestId} />
}
