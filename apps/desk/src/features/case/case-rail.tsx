import { ActionIcon, Anchor } from '@mantine/core'
import { IconMail, IconPencil, IconPhone } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import { getContact } from '@timedesk/contracts/contacts'
import { getCustomerCard } from '@timedesk/contracts/customers'
import { useFormat } from '@timedesk/ui/format'
import { PersonAvatar } from '@timedesk/ui/person-avatar'
import { StatusPill } from '@timedesk/ui/status-pill'
import { StatusCategory } from '@timedesk/contracts/case-status'
import { Link } from 'react-router'

import { useCaseWords } from '../../shared/cases/use-case-words.ts'
import { client } from '../../shared/client.ts'
import { paths } from '../../shared/paths.ts'
import { CaseCoverCard } from './case-cover.tsx'
import './case-rail.css'
import { ChecklistCard } from './checklist/checklist-card.tsx'
import { FieldsCard } from './fields/fields-card.tsx'
import { LinksCard } from './links/links-card.tsx'
import { RailCard, RailFact } from './rail-card.tsx'
import { ResolutionCard } from './resolution-card.tsx'
import { RunsCard } from './runs/runs-card.tsx'
import { useCasePageWords } from './use-case-page-words.ts'
import type { CaseUpdate } from './use-update-case.ts'

const CASES_SHOWN = 5

/** Who the case is for, what pays for it, and what else is known of it. */
export function CaseRail({ subject, update, onEdit }: { subject: Case; update: CaseUpdate; onEdit: () => void }) {
  const words = useCasePageWords()
  return (
    <aside className="desk-rail" aria-label={words('rail')}>
      <CustomerPart subject={subject} />
      <ResolutionCard subject={subject} />
      <FieldsCard subject={subject} />
      <ChecklistCard subject={subject} />
      <CaseCoverCard subject={subject} update={update} />
      <DetailsPart subject={subject} onEdit={onEdit} />
      <LinksCard subject={subject} />
      <RunsCard subject={subject} />
    </aside>
  )
}

function CustomerPart({ subject }: { subject: Case }) {
  const words = useCasePageWords()
  const caseWords = useCaseWords()
  const { customer, contact } = subject
  const card = useQuery({
    queryKey: ['customers', 'card', customer.id],
    queryFn: ({ signal }) => client.call(getCustomerCard, { params: { customerId: customer.id }, signal }),
  })
  const others = (card.data?.activeCases ?? []).filter(({ id }) => id !== subject.id).slice(0, CASES_SHOWN)

  return (
    <RailCard title={caseWords('customer')}>
      <Link className="desk-rail-lead" to={paths.customer(customer.id)}>
        {customer.name}
      </Link>
      {contact === null ? (
        <p className="desk-quiet">{words('noContact')}</p>
      ) : (
        <ContactLines contactId={contact.id} name={contact.name} />
      )}
      {card.data !== undefined && (
        <p className="desk-quiet">{words('openCases', { count: card.data.caseCounts.active })}</p>
      )}
      {others.length > 0 && (
        <ul className="desk-rail-cases">
          {others.map(({ id, number, subject: name, status }) => (
            <li key={id}>
              <Link to={paths.case(number)}>
                <span className="td-number">#{number}</span> {name}
              </Link>
              <StatusPill category={StatusCategory.catch('open').parse(status.category)} label={status.name} />
            </li>
          ))}
        </ul>
      )}
    </RailCard>
  )
}

function ContactLines({ contactId, name }: { contactId: string; name: string }) {
  const { data: contact } = useQuery({
    queryKey: ['contacts', 'detail', contactId],
    queryFn: ({ signal }) => client.call(getContact, { params: { contactId }, signal }),
  })
  return (
    <div className="desk-contact">
      <PersonAvatar name={name} size={28} />
      <div>
        <strong>{name}</strong>
        {contact !== undefined && (
          <>
            {contact.title !== '' && <span className="desk-quiet"> {contact.title}</span>}
            <Anchor className="desk-contact-way" size="sm" href={`mailto:${contact.email}`}>
              <IconMail size={14} aria-hidden="true" /> {contact.email}
            </Anchor>
            {contact.phone !== '' && (
              <Anchor className="desk-contact-way" size="sm" href={`tel:${contact.phone.replaceAll(' ', '')}`}>
                <IconPhone size={14} aria-hidden="true" /> {contact.phone}
              </Anchor>
            )}
          </>
        )}
      </div>
    </div>
  )
}

function DetailsPart({ subject, onEdit }: { subject: Case; onEdit: () => void }) {
  const words = useCasePageWords()
  const caseWords = useCaseWords()
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
      <dl className="desk-facts">
        {subject.project !== null && <RailFact name={caseWords('project')}>{subject.project.name}</RailFact>}
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
      {subject.tags.length > 0 && (
        <ul className="desk-tags" aria-label={caseWords('tags')}>
          {subject.tags.map((tag) => (
            <li key={tag}>
              <Link to={`${paths.cases}?view=all&tag=${encodeURIComponent(tag)}`}>{tag}</Link>
            </li>
          ))}
        </ul>
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
