import { Select, Stack, Switch, TextInput } from '@mantine/core'
import { NAME_LENGTH_MAX } from '@timedesk/contracts/limits'
import { StatusPill } from '@timedesk/ui/status-pill'

import { OrderList } from '../../shared/order/order-list.tsx'
import { addStatus } from './edit-definition.ts'
import { ProblemList } from './problem-lines.tsx'
import { DaysInput } from './silence-fields.tsx'
import { byCategory } from './status-order.ts'
import { useMoveWords } from './use-move-words.ts'
import { useWorkflowWords } from './use-workflow-words.ts'
import { useBench } from './workflow-bench.ts'

const REOPEN_DAYS = 30

/** What counts for the whole workflow: its statuses in their order, and until when closed cases are taken up again. */
export function RulesPanel() {
  const words = useWorkflowWords()
  const { editor } = useBench()
  const { name, isActive, definition } = editor.draft
  const { reopenDays } = definition
  return (
    <Stack gap="md">
      <ProblemList />
      <TextInput
        label={words('name')}
        required
        maxLength={NAME_LENGTH_MAX}
        autoComplete="off"
        value={name}
        onChange={(event) => editor.change({ name: event.currentTarget.value }, 'name')}
      />
      <StatusOrder />
      <Switch
        size="xs"
        label={words('reopenLimited')}
        description={words('reopenHint')}
        checked={reopenDays !== null}
        onChange={(event) => {
          const isLimited = event.currentTarget.checked
          editor.edit((now) => ({ ...now, reopenDays: isLimited ? REOPEN_DAYS : null }))
        }}
      />
      {reopenDays !== null && (
        <DaysInput
          label={words('reopenDays')}
          days={reopenDays}
          min={0}
          onChange={(days) => editor.edit((now) => ({ ...now, reopenDays: days }), 'reopen')}
        />
      )}
      {editor.version !== null && (
        <Switch
          size="xs"
          label={words('isActive')}
          description={words('isActiveHint')}
          checked={isActive}
          onChange={(event) => editor.change({ isActive: event.currentTarget.checked })}
        />
      )}
    </Stack>
  )
}

function StatusOrder() {
  const words = useWorkflowWords()
  const { editor, statuses, fields, choose, mayWrite } = useBench()
  const { statusName } = useMoveWords(statuses, fields)
  const { statusIds } = editor.draft.definition
  const unused = statuses.filter(({ id, isActive }) => isActive && !statusIds.includes(id))
  return (
    <div>
      <p className="desk-quiet desk-small">{words('statusOrderHint')}</p>
      <OrderList
        label={words('statusOrder')}
        items={statusIds}
        keyOf={(id) => id}
        nameOf={statusName}
        isDisabled={!mayWrite}
        onOrder={(ids) => editor.edit((now) => ({ ...now, statusIds: ids }))}
      >
        {(id, handle) => {
          const status = statuses.find((candidate) => candidate.id === id)
          return (
            <>
              {handle}
              <button
                type="button"
                className="desk-workflow-status td-focus"
                onClick={() => choose({ kind: 'status', statusId: id })}
              >
                {status === undefined ? (
                  '?'
                ) : (
                  <StatusPill category={status.category} label={status.name} color={status.color} />
                )}
              </button>
            </>
          )
        }}
      </OrderList>
      <Select
        mt="xs"
        aria-label={words('addStatus')}
        placeholder={words('addStatus')}
        disabled={unused.length === 0}
        data={unused.map(({ id }) => ({ value: id, label: statusName(id) }))}
        value={null}
        onChange={(id) => {
          if (id === null) return
          editor.edit((now) => {
            const more = addStatus(now, id)
            return { ...more, statusIds: byCategory(more.statusIds, statuses) }
          })
          choose({ kind: 'status', statusId: id })
        }}
      />
    </div>
  )
}
