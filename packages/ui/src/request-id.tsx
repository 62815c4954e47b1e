import { CopyButton, UnstyledButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'

import './states.css'
import { useWords } from './use-words.ts'

/** The id to quote to whoever runs the system, with a button that copies it. */
export function RequestId({ requestId }: { requestId: string }) {
  const words = useWords()
  return (
    <p className="td-request-id">
      {words('requestId')} <code>{requestId}</code>
      <CopyButton value={requestId}>
        {({ copied, copy }) => (
          <UnstyledButton className="td-request-id-copy td-focus" onClick={copy}>
            {copied ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />}
            <span aria-live="polite">{words(copied ? 'copied' : 'copy')}</span>
          </UnstyledButton>
        )}
      </CopyButton>
    </p>
  )
}
