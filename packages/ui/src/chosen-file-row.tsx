import { ActionIcon, Button, Progress } from '@mantine/core'
import { IconFile, IconX } from '@tabler/icons-react'

import './files.css'
import { useFormat } from './format.ts'
import { useWords } from './use-words.ts'

export type ChosenFile = {
  id: string
  name: string
  /** Bytes. */
  size: number
  /** 0 to 1 while it is on its way; absent before and after. */
  progress?: number | undefined
  /** Why it could not be sent, in words. */
  error?: string | undefined
}

type ChosenFileRowProps = {
  file: ChosenFile
  onRemove: (id: string) => void
  onRetry?: (id: string) => void
}

/** One chosen file with its size, its progress or its error, and a button that takes it away. */
export function ChosenFileRow({ file, onRemove, onRetry }: ChosenFileRowProps) {
  const words = useWords()
  const format = useFormat()
  const hasFailed = file.error !== undefined

  return (
    <li className="td-file-row" data-failed={hasFailed || undefined}>
      <IconFile size={18} stroke={1.5} aria-hidden="true" />
      <span className="td-file-row-words">
        <span className="td-file-row-name">{file.name}</span>
        {hasFailed ? (
          <span role="alert" className="td-files-refusal">
            {file.error}
          </span>
        ) : (
          <span className="td-file-row-size">{format.bytes(file.size)}</span>
        )}
        {file.progress !== undefined && !hasFailed && (
          <Progress
            size="xs"
            value={Math.round(file.progress * 100)}
            aria-label={words('uploadProgress', { name: file.name })}
          />
        )}
      </span>
      {hasFailed && onRetry !== undefined && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            onRetry(file.id)
          }}
        >
          {words('tryAgain')}
        </Button>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={words('removeFile', { name: file.name })}
        onClick={() => {
          onRemove(file.id)
        }}
      >
        <IconX size={16} stroke={1.7} />
      </ActionIcon>
    </li>
  )
}
