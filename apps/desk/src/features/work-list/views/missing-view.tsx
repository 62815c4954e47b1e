import { Button } from '@mantine/core'
import { EmptyState } from '@timedesk/ui/empty-state'
import { Link } from 'react-router'

import { paths } from '../../../shared/paths.ts'
import { useViewFormWords } from './use-view-form-words.ts'

/** What stands where a view was. */
export function MissingView() {
  const words = useViewFormWords()
  return (
    <EmptyState
      isWholePage
      title={words('missingTitle')}
      actions={
        <Button component={Link} to={paths.cases}>
          {words('toInbox')}
        </Button>
      }
    >
      {words('missingText')}
    </EmptyState>
  )
}
