import { Anchor, Button, MultiSelect, Stack } from '@mantine/core'
import { StatusPill, useStatusName } from '@timedesk/ui/status-pill'
import { Link } from 'react-router'

import { Facts } from '../../shared/panels/facts.tsx'
import { paths } from '../../shared/paths.ts'
import { removeStatus, setMovesFrom, setMovesTo } from './edit-definition.ts'
import { ProblemLines } from './problem-lines.tsx'
import { SilenceFields } from './silence-fields.tsx'
import { useMoveWords } from './use-move-words.ts'
import { useWorkflowWords } from './use-workflow-words.ts'
import { useBench } from './workflow-bench.ts'

/** A status in the workflow: where it leads, what leads to it, and what silence does. */
export function StatusPanel({ statusId }: { statusId: string }) {
  const words = useWorkflowWords()
  const nameOf = useStatusName()
  const { editor, statuses, fields, choose, mayWrite } = useBench()
  const { statusName } = useMoveWords(statuses, fields)
  const { definition } = editor.draft
  const status = statuses.find(({ id }) => id === statusId)
  const others = definition.statusIds
    .filter((id) => id !== statusId)
    .map((id) => ({ value: id, label: statusName(id) }))
  const out = definition.transitions.filter(({ fromId }) => fromId === statusId).map(({ toId }) => toId)
  const into = definition.transitions.filter(({ toId }) => toId === statusId).map(({ fromId }) => fromId)
  if (status === undefined) return null

  return (
    <Stack gap="md">
      <Facts
        facts={[
          { label: words('categoryFact'), value: <StatusPill category={status.category} /> },
          { label: words('pausesFact'), value: words(status.pausesClock ? 'pauses' : 'runs') },
        ]}
      />
      <ProblemLines place={{ kind: 'status', statusId }} />
      <MultiSelect
        label={words('movesOut')}
        data={others}
        value={out}
        onChange={(toIds) => editor.edit((now) => setMovesFrom(now, statusId, toIds))}
      />
      <MultiSelect
        label={words('movesIn')}
        data={others}
        value={into}
        onChange={(fromIds) => editor.edit((now) => setMovesTo(now, statusId, fromIds))}
      />
      <SilenceFields status={status} />
      <Button
        variant="default"
        onClick={() => {
          editor.edit((now) => removeStatus(now, statusId))
          choose(null)
        }}
      >
        {words('removeStatus')}
      </Button>
      {mayWrite && (
        <Anchor component={Link} to={paths.statuses} size="sm">
          {words('editStatuses')} ({nameOf(status)})
        </Anchor>
      )}
    </Stack>
  )
}
