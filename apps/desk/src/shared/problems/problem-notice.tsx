import { ProblemAlert } from '@timedesk/ui/problem-alert'

import { useProblem } from './use-problem.ts'

/** Why something could not be done, beside where it was tried. Shows nothing without an error. */
export function ProblemNotice({ error, onClose }: { error: unknown; onClose?: () => void }) {
  const word = useProblem()
  if (error === null || error === undefined) return null
  const { title, detail, fields, requestId } = word(error)
  return (
    <ProblemAlert
      title={title}
      detail={detail}
      fields={fields}
      requestId={requestId}
      {...(onClose !== undefined && { onClose })}
    />
  )
}
