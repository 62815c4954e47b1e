import type { CaseContextCard } from '@timedesk/contracts/case-context-cards'
import { RelativeTime } from '@timedesk/ui/relative-time'

import { CardContent } from '../../../shared/context-cards/card-content.tsx'
import { useFailureWords } from '../../../shared/context-cards/use-card-words.ts'
import './context.css'
import { FailureLine, type RetryProps } from './failure-line.tsx'
import { useContextWords } from './use-context-words.ts'

/** What the other system says, and when it said so; or why it says nothing. */
export function CardAnswer({ answer, isAsking, onRetry }: { answer: CaseContextCard } & RetryProps) {
  const words = useContextWords()
  const sentenceOf = useFailureWords()
  const { state, failure, components, askedAt } = answer
  if (failure !== null) return <FailureLine sentence={sentenceOf(failure)} isAsking={isAsking} onRetry={onRetry} />
  return (
    <>
      {state === 'empty' ? <p className="desk-quiet">{words('empty')}</p> : <CardContent components={components} />}
      <p className="desk-quiet desk-context-age">
        {words('asOf')} <RelativeTime at={askedAt} />
      </p>
    </>
  )
}
