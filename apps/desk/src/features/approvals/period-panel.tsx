import { Button, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { PeriodLock } from '@timedesk/contracts/period-lock'
import { addDays, firstOfMonth } from '@timedesk/domain/calendar/days'
import { useFormat } from '@timedesk/ui/format'

import { dayIn } from '../../shared/day-in.ts'
import { useTell } from '../../shared/deeds/use-tell.ts'
import { DraftFormBody } from '../../shared/forms/draft-form-body.tsx'
import { FieldRow } from '../../shared/forms/field-row.tsx'
import { useDraftForm } from '../../shared/forms/use-draft-form.tsx'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { Figures } from '../../shared/panels/facts.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { useMay, useMe } from '../../shared/session/use-me.ts'
import { LockHistory } from './lock-history.tsx'
import { approvalQueries } from './queries.ts'
import { useApprovalWords } from './use-approval-words.ts'
import { useMovePeriodLock } from './use-decisions.ts'

/** Up to which day the books are closed, what is still open before it, and who closed and opened them. */
export function PeriodPanel() {
  const words = useApprovalWords()
  const mayLock = useMay()('period:lock')
  const lock = useQuery(approvalQueries.periodLock())
  return (
    <QueryFace query={lock}>
      {(found) => (
        <>
          <LockFigures lock={found} />
          {mayLock && (
            <Panel title={words('lockTitle')}>
              <Text size="sm" c="var(--td-ink-quiet)" mb="sm">
                {words('lockText')}
              </Text>
              <LockForm lock={found} />
            </Panel>
          )}
          <Panel title={words('history')}>
            <LockHistory history={found.history} />
          </Panel>
        </>
      )}
    </QueryFace>
  )
}

function LockFigures({ lock }: { lock: PeriodLock }) {
  const words = useApprovalWords()
  const format = useFormat()
  const day = (text: string | null) => (text === null ? words('never') : format.workDate(text))
  return (
    <Figures
      facts={[
        { label: words('soft'), value: day(lock.softLockedThrough) },
        { label: words('hard'), value: day(lock.hardLockedThrough) },
        { label: words('openWeeks'), value: format.number(lock.openWeeks) },
        { label: words('heldEntries'), value: format.number(lock.heldEntries) },
      ]}
    />
  )
}

type LockDraft = { softLockedThrough: string; hardLockedThrough: string; reason: string }

function LockForm({ lock }: { lock: PeriodLock }) {
  const words = useApprovalWords()
  const tell = useTell()
  const { company } = useMe()
  const move = useMovePeriodLock()
  const latest = {
    softLockedThrough: lock.softLockedThrough ?? '',
    hardLockedThrough: lock.hardLockedThrough ?? '',
    reason: '',
  }
  const form = useDraftForm<LockDraft>(latest, move.error)
  const { draft, set, text } = form
  const isBack =
    draft.softLockedThrough < latest.softLockedThrough || draft.hardLockedThrough < latest.hardLockedThrough
  const isMoved = 'softLockedThrough' in form.changes || 'hardLockedThrough' in form.changes
  const lastMonth = addDays(firstOfMonth(dayIn(company.timeZone, new Date())), -1)
  const dayOf = (value: string) => (value === '' ? null : value)

  return (
    <DraftFormBody
      state={move}
      names={form.names}
      submitLabel={words(isBack ? 'open' : 'save')}
      isDisabled={!isMoved || (isBack && draft.reason.trim() === '')}
      onSubmit={() =>
        move.mutate(
          {
            version: lock.version,
            softLockedThrough: dayOf(draft.softLockedThrough),
            hardLockedThrough: dayOf(draft.hardLockedThrough),
            reason: draft.reason.trim(),
          },
          {
            onSuccess: tell(words('moved'), () => set({ reason: '' })).onSuccess,
          },
        )
      }
    >
      <FieldRow>
        <TextInput label={words('soft')} description={words('softHint')} type="date" {...text('softLockedThrough')} />
        <TextInput label={words('hard')} description={words('hardHint')} type="date" {...text('hardLockedThrough')} />
      </FieldRow>
      <div>
        <Button size="compact-sm" variant="subtle" onClick={() => set({ softLockedThrough: lastMonth })}>
          {words('monthBefore')}
        </Button>
      </div>
      {isMoved && (
        <TextInput
          label={words('reason')}
          {...(isBack && { description: words('moveBack') })}
          required={isBack}
          autoComplete="off"
          {...text('reason')}
        />
      )}
    </DraftFormBody>
  )
}
