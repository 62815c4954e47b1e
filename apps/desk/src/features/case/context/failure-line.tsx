import { Button } from '@mantine/core'

import { useContextWords } from './use-context-words.ts'

export type RetryProps = { isAsking: boolean; onRetry: () => void }

/** Why a card shows nothing, and another try. */
export function FailureLine({ sentence, isAsking, onRetry }: { sentence: string } & RetryProps) {
  const words = useContextWords()
  return (
    <p className="desk-quiet">
      {sentence}{' '}
      <Button
        size="compact-xs"
        variant="subtle"
        // Disabled it would lose the focus of who pressed it.
        aria-disabled={isAsking || undefined}
        onClick={() => {
          if (!isAsking) onRetry()
        }}
      >
        {words('retry')}
      </Button>
    </p>
  )
}
