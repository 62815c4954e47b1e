import { Anchor, Modal } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { RecurringCase, RecurringRun } from '@timedesk/contracts/recurring-cases'
import { DataTable } from '@timedesk/ui/data-table'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { ListFace } from '../../shared/lists/list-face.tsx'
import { Mark } from '../../shared/lists/mark.tsx'
import { paths } from '../../shared/paths.ts'
import { recurringQueries } from './queries.ts'
import { useRecurringWords } from './use-recurring-words.ts'

type RunsDialogProps = { recurring: RecurringCase; onClose: () => void }

/** Each time a recurring case was due, with the case that was opened or why none was. */
export function RunsDialog({ recurring, onClose }: RunsDialogProps) {
  const words = useRecurringWords()
  const format = useFormat()
  const runs = useInfiniteQuery(recurringQueries.runs(recurring.id))
  const title = words('runsThing', { name: recurring.name })
  return (
    <Modal opened onClose={onClose} size="lg" title={title} closeButtonProps={{ 'aria-label': words('close') }}>
      <ListFace query={runs} empty={<EmptyState title={words('runsEmpty')}>{words('runsEmptyText')}</EmptyState>}>
        {(rows) => (
          <DataTable
            label={title}
            rows={rows}
            rowKey={({ dueOn }) => dueOn}
            columns={[
              {
                ...{ key: 'dueOn', header: words('dueOn'), priority: 1 },
                render: ({ dueOn }) => format.workDate(dueOn),
              },
              { key: 'outcome', header: words('outcome'), render: (run) => <Outcome run={run} /> },
            ]}
          />
        )}
      </ListFace>
    </Modal>
  )
}

function Outcome({ run: { state, case: opened, reason, detail } }: { run: RecurringRun }) {
  const words = useRecurringWords()
  return (
    <span className="desk-stack">
      <span>
        {opened === null ? null : (
          <Anchor component={Link} to={paths.case(opened.number)}>
            #{opened.number} {opened.subject}
          </Anchor>
        )}
        <Mark kind={state === 'created' ? 'good' : reason === 'refused' ? 'bad' : 'quiet'}>{words(state)}</Mark>
      </span>
      {reason !== null && <span className="desk-quiet desk-small">{words(`reason_${reason}`)}</span>}
      {detail !== null && <span className="desk-error desk-small">{detail}</span>}
    </span>
  )
}
