import { Button } from '@mantine/core'
import { EmptyState } from '@timedesk/ui/empty-state'
import { ErrorState } from '@timedesk/ui/error-state'
import { IconMapPinOff } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useFrameWords } from '../shared/frame-words.ts'
import { paths } from '../shared/paths.ts'

/** An address where nothing is. */
export function MissingPage() {
  const words = useFrameWords()
  return (
    <EmptyState
      isWholePage
      title={words('somethingMissing')}
      icon={<IconMapPinOff size={26} stroke={1.4} />}
      actions={
        <Button component={Link} to={paths.home}>
          {words('toHome')}
        </Button>
      }
    >
      {words('somethingMissingText')}
    </EmptyState>
  )
}

/** A page that broke, or a part of it that could not be fetched, such as after an update of the system. */
export function BrokenPage() {
  const words = useFrameWords()
  return (
    <ErrorState
      title={words('pageFailed')}
      sentence={words('pageFailedText')}
      onRetry={() => {
        globalThis.location.reload()
      }}
    />
  )
}
