import { Text } from '@mantine/core'
import type { InvoiceRun } from '@timedesk/contracts/invoice-runs'

import { Panel } from '../../shared/panels/panel.tsx'
import { HeldReasons } from './held-reasons.tsx'
import { useRunWords } from './use-run-words.ts'

/** What a run leaves out because it waits for something; nothing when nothing does. */
export function HeldPanel({ held }: { held: InvoiceRun['held'] }) {
  const words = useRunWords()
  if (held.length === 0) return null
  return (
    <Panel title={words('heldTitle')}>
      <Text size="sm" c="var(--td-ink-quiet)" mb="xs">
        {words('heldText')}
      </Text>
      <HeldReasons held={held} />
    </Panel>
  )
}
