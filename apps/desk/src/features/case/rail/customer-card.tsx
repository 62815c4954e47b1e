import { Anchor } from '@mantine/core'
import { IconMail, IconPhone } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { StatusCategory } from '@timedesk/contracts/case-status'
import type { Case } from '@timedesk/contracts/cases'
import type { CustomerCard } from '@timedesk/contracts/customers'
import { PersonAvatar } from '@timedesk/ui/person-avatar'
import { StatusPill } from '@timedesk/ui/status-pill'
import { Link } from 'react-router'

import { useCaseWords } from '../../../shared/cases/use-case-words.ts'
import { paths, queryPath } from '../../../shared/paths.ts'
import { queryRoots } from '../../../shared/query-roots.ts'
import { RailCard } from '../rail-card.tsx'
import { useRailWords } from './use-rail-words.ts'

// The case says who it is for; what else is known of them comes with the first question.
const reader = () => import('./read-customer.ts')

const CASES_SHOWN = 5

/** Who the case is for, what to know of them, and what else they wait for. */
export function CustomerPart({ subject }: { subject: Case }) {
  const words = useRailWords()
  const caseWords = useCaseWords()
  const { customer, contact } = subject
  const card = useQuery({
    queryKey: [...queryRoots.customers, 'card', customer.id],
    queryFn: async ({ signal }) => (await reader()).readCustomerCard(customer.id, signal),
  })

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
      {card.data !== undefined && <OfCustomer card={card.data} caseId={subject.id} />}
    </RailCard>
  )
}

function OfCustomer({ card, caseId }: { card: CustomerCard; caseId: string }) {
  const words = useRailWords()
  const { customer, caseCounts } = card
  const others = card.activeCases.filter(({ id }) => id !== caseId).slice(0, CASES_SHOWN)
  return (
    <>
      {customer.remarks !== '' && (
        <p className="desk-rail-remarks" role="note" aria-label={words('remarks')}>
          {customer.remarks}
        </p>
      )}
      {customer.accountManager !== null && (
        <p className="desk-quiet">
          {words('accountManager')}: {customer.accountManager.name}
        </p>
      )}
      <p className="desk-rail-line">
        <span className="desk-quiet">{words('openCases', { count: caseCounts.active })}</span>
        <Link to={queryPath(`customer:${customer.id}`)}>{words('allCases')}</Link>
      </p>
      {others.length > 0 && (
        <ul className="desk-rail-cases">
          {others.map(({ id, number, subject, status }) => (
            <li key={id}>
              <Link to={paths.case(number)}>
                <span className="td-number">#{number}</span> {subject}
              </Link>
              <StatusPill category={StatusCategory.catch('open').parse(status.category)} label={status.name} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function ContactLines({ contactId, name }: { contactId: string; name: string }) {
  const { data: contact } = useQuery({
    queryKey: [...queryRoots.contacts, 'detail', contactId],
    queryFn: async ({ signal }) => (await reader()).readContact(contactId, signal),
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
