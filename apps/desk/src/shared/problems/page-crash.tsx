import { Button } from '@mantine/core'
import { EmptyState } from '@timedesk/ui/empty-state'
import { IconBolt } from '@tabler/icons-react'

import { useTroubleWords } from './use-problem.ts'

/** What stands where a screen broke while it was drawn or its code could not be loaded. */
export function PageCrash() {
  const words = useTroubleWords()
  return (
    <div role="alert">
      <EmptyState
        title={words('crashedTitle')}
        icon={<IconBolt size={26} stroke={1.4} />}
        actions={<Button onClick={() => window.location.reload()}>{words('reload')}</Button>}
      >
        {words('crashed')}
      </EmptyState>
    </div>
  )
}
