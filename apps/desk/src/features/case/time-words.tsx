import { ActionIcon, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconClock, IconPencil } from '@tabler/icons-react'
import type { TimelineItem } from '@timedesk/contracts/dialogue'
import type { TimeEntry } from '@timedesk/contracts/time'
import { useFormat } from '@timedesk/ui/format'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { lazy } from 'react'

import { clockIn } from '../../shared/clock-in.ts'
import { useRatingWords } from '../../shared/rating/use-rating-words.ts'
import { useVerdictWords } from '../../shared/rating/use-verdict-words.ts'
import { moodOf } from '../../shared/rating/word-verdict.ts'
import { useMe } from '../../shared/session/use-me.ts'
import { EntryMarks } from '../../shared/time/entry-marks.tsx'
import { useTimeWords } from '../../shared/time/use-time-words.ts'
import { useCasePageWords } from './use-case-page-words.ts'

const RatingSteps = lazy(async () => ({ default: (await import('../../shared/rating/rating-steps.tsx')).RatingSteps }))
const EntryDialog = lazy(async () => ({ default: (await import('../../shared/time/entry-dialog.tsx')).EntryDialog }))

/** Who worked how long on the case, what became of it and what paid, and where it stands. */
export function TimeWords({ item: { entry } }: { item: Extract<TimelineItem, { kind: 'time' }> }) {
  const words = useCasePageWords()
  const ratingWords = useRatingWords()
  const format = useFormat()
  const [isOpen, steps] = useDisclosure(false)
  const { line } = useVerdictWords(entry)
  const { employee, minutes, activityType, priceClass, workDate, customerText, internalText, correction } = entry
  const facts = [activityType.name, priceClass?.name, format.workDate(workDate)].filter((fact) => fact !== undefined)
  return (
    <>
      <IconClock className="desk-time-icon" size={14} stroke={1.7} aria-hidden="true" />{' '}
      <strong>{words('registeredTime', { name: employee.name, minutes: format.minutes(minutes) })}</strong>{' '}
      <span className="desk-quiet">
        {facts.join(' · ')} <EntryClock entry={entry} />
      </span>{' '}
      <span className="desk-time-worth td-number" data-mood={moodOf(entry)}>
        {line}
      </span>{' '}
      <EntryMarks entry={entry} />
      {correction !== null && <span className="desk-time-text"> “{correction.reason}”</span>}
      {customerText !== '' && <span className="desk-time-text"> “{customerText}”</span>}
      {internalText !== '' && <span className="desk-time-text desk-quiet"> ({internalText})</span>}{' '}
      {entry.explanation.length > 0 && (
        <UnstyledButton className="desk-verdict-how td-focus" aria-expanded={isOpen} onClick={steps.toggle}>
          {ratingWords('how')}
        </UnstyledButton>
      )}
      <EditButton entry={entry} />
      <LazyPart>{isOpen && <RatingSteps minutes={minutes} explanation={entry.explanation} />}</LazyPart>
    </>
  )
}

function EntryClock({ entry: { startedAt, endedAt } }: { entry: TimeEntry }) {
  const { company } = useMe()
  if (startedAt === null || endedAt === null) return null
  return `${clockIn(company.timeZone, startedAt)}–${clockIn(company.timeZone, endedAt)}`
}

function EditButton({ entry }: { entry: TimeEntry }) {
  const words = useTimeWords()
  const [isEditing, editing] = useDisclosure(false)
  const { can, employee } = entry
  if (!can.edit && !can.correct) return null
  return (
    <>
      <ActionIcon
        className="desk-time-edit"
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={words(can.edit ? 'editOf' : 'correctOf', { name: employee.name })}
        onClick={editing.open}
      >
        <IconPencil size={14} stroke={1.6} />
      </ActionIcon>
      {isEditing && (
        <LazyPart>
          <EntryDialog entry={entry} onClose={editing.close} />
        </LazyPart>
      )}
    </>
  )
}
