import { Button } from '@mantine/core'
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react'

import { RequestId } from './request-id.tsx'
import './states.css'
import { useWords } from './use-words.ts'

type ErrorStateProps = {
  title?: string
  sentence?: string
  requestId?: string | undefined
  onRetry?: () => void
}

/** A view that could not be had: what happened, the request to quote, and another try. */
export function ErrorState({ title, sentence, requestId, onRetry }: ErrorStateProps) {
  const words = useWords()
  return (
    <div className="td-state" role="alert">
      <span className="td-state-icon" data-kind="error" aria-hidden="true">
        <IconAlertTriangle size={26} stroke={1.4} />
      </span>
      <h2 className="td-state-title">{title ?? words('errorTitle')}</h2>
      <div className="td-state-text">{sentence ?? words('errorSentence')}</div>
      {onRetry !== undefined && (
        <div className="td-state-actions">
          <Button leftSection={<IconRefresh size={16} />} onClick={onRetry}>
            {words('retry')}
          </Button>
        </div>
      )}
      {requestId !== undefined && <RequestId requestId={requestId} />}
    </div>
  )
}
