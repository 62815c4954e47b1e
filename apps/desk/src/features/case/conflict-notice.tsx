import { Alert, Button, Group } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'

import { useCasePageWords } from './use-case-page-words.ts'
import type { CaseUpdate } from './use-update-case.ts'

/** Two people changed the same: both values, and one press for either. */
export function ConflictNotice({ update }: { update: CaseUpdate }) {
  const words = useCasePageWords()
  if (update.conflict === null) return null
  return (
    <Alert
      role="alert"
      color="yellow"
      title={words('conflictTitle')}
      icon={<IconAlertTriangle size={20} stroke={1.6} />}
    >
      {words('conflictText', { mine: update.conflict.mine, theirs: update.theirs })}
      <Group mt="sm" gap="xs">
        <Button size="xs" onClick={update.keepMine}>
          {words('keepMine')}
        </Button>
        <Button size="xs" variant="default" onClick={update.keepTheirs}>
          {words('keepTheirs')}
        </Button>
      </Group>
    </Alert>
  )
}
