import { Button } from '@mantine/core'
import { EmptyState } from '@timedesk/ui/empty-state'
import { ErrorState } from '@timedesk/ui/error-state'
import { RefusedState } from '@timedesk/ui/refused-state'
import { IconMapPinOff } from '@tabler/icons-react'
import { Link } from 'react-router'

import { paths } from '../paths.ts'
import { useProblem, useTroubleWords } from './use-problem.ts'

/** The face of a view whose data could not be had: not there, not allowed, or failed. */
export function QueryFailure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const word = useProblem()
  const words = useTroubleWords()
  const problem = word(error)
  if (problem.code === 'not_found') return <MissingPage />
  if (problem.code === 'permission_denied') {
    return <RefusedState permission={problem.missingPermission} grantedBy={words('administrator')} />
  }
  return (
    <ErrorState sentence={problem.title} requestId={problem.requestId} {...(onRetry !== undefined && { onRetry })} />
  )
}

/** What stands at an address that leads nowhere. */
export function MissingPage() {
  const words = useTroubleWords()
  return (
    <EmptyState
      isWholePage
      title={words('notFoundTitle')}
      icon={<IconMapPinOff size={26} stroke={1.4} />}
      actions={
        <Button component={Link} to={paths.cases}>
          {words('backToCases')}
        </Button>
      }
    >
      {words('notFoundText')}
    </EmptyState>
  )
}
