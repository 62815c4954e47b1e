import { isRefusal } from '@timedesk/client/api-error'
import { ErrorState } from '@timedesk/ui/error-state'
import { RefusedState } from '@timedesk/ui/refused-state'
import { useRefusalWords } from './use-refusal-words.ts'

type QueryFailureProps = { error: unknown; onRetry: () => void }

/** A view whose content could not be had: refused in plain words, or an error with another try. */
export function QueryFailure({ error, onRetry }: QueryFailureProps) {
  const words = useRefusalWords()
  const { sentence, requestId } = words.of(error)
  if (isRefusal(error, 'permission_denied')) return <RefusedState sentence={sentence} />
  return <ErrorState sentence={sentence} requestId={requestId} onRetry={onRetry} />
}
