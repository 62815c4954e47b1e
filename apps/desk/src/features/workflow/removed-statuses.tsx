import { Select } from '@mantine/core'
import type { WorkflowPreview } from '@timedesk/contracts/workflows'
import { useStatusName } from '@timedesk/ui/status-pill'

import { CaseSample } from './case-sample.tsx'
import { useChangeWords } from './use-change-words.ts'
import { useMoveWords } from './use-move-words.ts'
import { useBench } from './workflow-bench.ts'

type Removed = WorkflowPreview['removed']

/** Where the cases go that stand in statuses which are taken out; the nearest status is proposed. */
export function RemovedStatuses({ removed }: { removed: Removed }) {
  const words = useChangeWords()
  const nameOf = useStatusName()
  const { editor, statuses, fields, mayWrite } = useBench()
  const { statusName } = useMoveWords(statuses, fields)
  const { definition, moves } = editor.draft
  const choices = definition.statusIds.map((id) => ({ value: id, label: statusName(id) }))
  const choose = (fromId: string, toId: string) =>
    editor.change({ moves: [...moves.filter((move) => move.fromId !== fromId), { fromId, toId }] })

  return (
    <div className="desk-effects">
      <p className="desk-quiet desk-small">{words('removedText')}</p>
      <ul className="desk-effects-list">
        {removed.map(({ status, cases, sample, suggested }) => {
          const name = nameOf(status)
          return (
            <li key={status.id}>
              {words('removedCases', { name, count: cases })}
              <CaseSample sample={sample} />
              {cases > 0 && (
                <Select
                  size="sm"
                  mt="xs"
                  maw="24rem"
                  label={words('goTo', { name })}
                  allowDeselect={false}
                  disabled={!mayWrite}
                  data={choices}
                  value={targetOf({ status, suggested }, moves, definition.statusIds)}
                  onChange={(toId) => {
                    if (toId !== null) choose(status.id, toId)
                  }}
                />
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** What is chosen for a status that is taken out, else what is proposed; null while neither can be. */
export function targetOf(
  { status, suggested }: Pick<Removed[number], 'status' | 'suggested'>,
  moves: readonly { fromId: string; toId: string }[],
  statusIds: readonly string[],
): string | null {
  const chosen = moves.find(({ fromId }) => fromId === status.id)?.toId
  return [chosen, suggested?.id].find((id) => id !== undefined && statusIds.includes(id)) ?? null
}
