import { ActionIcon } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import type { Case } from '@timedesk/contracts/cases'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { useCaseWords } from '../../../shared/cases/use-case-words.ts'
import { paths, queryPath } from '../../../shared/paths.ts'
import { RailCard, RailFact } from '../rail-card.tsx'
import { useRailWords } from './use-rail-words.ts'

/** What else is known of a case: its tags, its other references and where it came from. */
export function DetailsPart({ subject, onEdit }: { subject: Case; onEdit: () => void }) {
  const words = useRailWords()
  const format = useFormat()
  const via = words('created', { via: words(`via.${subject.createdVia}`), name: subject.createdByName })
  return (
    <RailCard
      title={words('details')}
      action={
        subject.can.edit && (
          <ActionIcon variant="subtle" color="gray" aria-label={words('editDetails')} onClick={onEdit}>
            <IconPencil size={16} stroke={1.6} />
          </ActionIcon>
        )
      }
    >
      <DetailFacts subject={subject} />
      <Tags subject={subject} />
      {subject.tombstones.length > 0 && (
        <p>
          {words('absorbed')}:{' '}
          {subject.tombstones.map(({ id, number, subject: name }) => (
            <Link key={id} to={paths.case(number)} title={name} className="td-number desk-rail-number">
              #{number}
            </Link>
          ))}
        </p>
      )}
      <p className="desk-quiet desk-rail-note">
        {via}
        {', '}
        {format.dateTime(subject.createdAt)}
        {subject.reopenedCount > 0 && ` · ${words('reopened', { count: subject.reopenedCount })}`}
      </p>
    </RailCard>
  )
}

function DetailFacts({ subject }: { subject: Case }) {
  const words = useRailWords()
  const caseWords = useCaseWords()
  const format = useFormat()
  return (
    <dl className="desk-facts">
      {subject.deadline !== null && (
        <RailFact name={caseWords('deadline')}>{format.dateTime(subject.deadline)}</RailFact>
      )}
      {subject.estimateMinutes !== null && (
        <RailFact name={words('estimate')}>{format.minutes(subject.estimateMinutes)}</RailFact>
      )}
      {subject.template !== null && <RailFact name={words('template')}>{subject.template.name}</RailFact>}
      {subject.externalReference !== null && (
        <RailFact name={caseWords('externalReference')}>{subject.externalReference}</RailFact>
      )}
      {subject.product !== null && <RailFact name={caseWords('product')}>{subject.product}</RailFact>}
      {subject.serviceLevel !== null && <RailFact name={caseWords('serviceLevel')}>{subject.serviceLevel}</RailFact>}
      {subject.firstRepliedAt !== null && (
        <RailFact name={words('firstReplied')}>{format.dateTime(subject.firstRepliedAt)}</RailFact>
      )}
      {subject.solvedAt !== null && <RailFact name={words('solvedAt')}>{format.dateTime(subject.solvedAt)}</RailFact>}
      {subject.reopenUntil !== null && (
        <RailFact name={words('reopenUntil')}>{format.dateTime(subject.reopenUntil)}</RailFact>
      )}
    </dl>
  )
}

function Tags({ subject: { tags } }: { subject: Case }) {
  const caseWords = useCaseWords()
  if (tags.length === 0) return null
  return (
    <ul className="desk-tags" aria-label={caseWords('tags')}>
      {tags.map((tag) => (
        <li key={tag}>
          <Link to={queryPath(`tag:${/\s|[,"()]/u.test(tag) ? `"${tag.replaceAll('"', '')}"` : tag}`)}>{tag}</Link>
        </li>
      ))}
    </ul>
  )
}
