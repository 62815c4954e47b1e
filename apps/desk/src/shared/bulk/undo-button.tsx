import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { BULK_UNDO_SECONDS } from '@timedesk/contracts/limits'
import type { BulkAction } from '@timedesk/contracts/bulk-actions'
import { useEffect, useEffectEvent, useState } from 'react'

import { useBulkWords } from './use-bulk-words.ts'

const SECOND_MS = 1_000

type UndoButtonProps = {
  action: BulkAction
  isPending: boolean
  onUndo: () => void
  /** The time for it is over. */
  onOver: () => void
}

/**
 * Undoes a bulk action while there is time. Counted from when the end was seen: the clocks of the server and of the
 * reader may differ, and the server decides.
 */
export function UndoButton({ isPending, onUndo, onOver }: UndoButtonProps) {
  const words = useBulkWords()
  const [seconds, setSeconds] = useState(BULK_UNDO_SECONDS)
  const isOver = seconds <= 0
  const leave = useEffectEvent(onOver)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((left) => left - 1), SECOND_MS)
    return () => clearInterval(timer)
  }, [])
  useEffect(() => {
    if (isOver) leave()
  }, [isOver])
  if (isOver) return null
  return (
    <Button
      size="compact-sm"
      leftSection={<IconArrowBackUp size={15} stroke={1.8} aria-hidden="true" />}
      loading={isPending}
      aria-label={words('undo')}
      onClick={onUndo}
    >
      {words('undoFor', { seconds })}
    </Button>
  )
}
