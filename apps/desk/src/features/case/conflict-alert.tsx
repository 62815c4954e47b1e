import { Alert, Button, Group } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'

import { useCasePageWords } from './use-case-page-words.ts'
import type { CaseUpdate } from './use-update-case.ts'

/** Two people changed the same: both values, and one press for either, or for both where it is a text. */
export function ConflictAlert({ update }: { update: CaseUpdate }) {
  const words = useCasePageWords()
  const collision = update.conflict?.collisions[0]
  if (update.conflict === null || collision === undefined) return null
  const { change, mine, theirs, both } = collision
  return (
    <Alert
      className="desk-conflict"
      role="alert"
      color="yellow"
      title={words('conflictTitle')}
      icon={<IconAlertTriangle size={20} stroke={1.6} />}
    >
      {words('conflictText', { mine: mine ?? update.conflict.mine, theirs })}
      <Group mt="sm" gap="xs">
        <Button size="xs" onClick={() => void update.decide(change)}>
          {words('keepMine')}
        </Button>
        <Button size="xs" variant="default" onClick={() => void update.decide(null)}>
          {words('keepTheirs')}
        </Button>
        {both !== null && (
          <Button size="xs" variant="default" onClick={() => void update.decide(both)}>
            {words('keepBoth')}
          </Button>
        )}
      </Group>
    </Alert>
  )
}
