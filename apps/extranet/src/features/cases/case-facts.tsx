import type { ExtranetCase } from '@timedesk/contracts/extranet-cases'
import { useFormat } from '@timedesk/ui/format'
import { fieldName, valueName } from '@timedesk/ui/field-names'
import { StatusPill } from '@timedesk/ui/status-pill'
import { useLanguage } from '@timedesk/ui/use-language'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useCaseWords } from '../../shared/case-words.ts'
import { Facts } from '../../shared/facts.tsx'
import { casePath } from '../../shared/paths.ts'
import { useCasesWords } from './use-cases-words.ts'

/** What is known about a case, beside its dialogue. */
export function CaseFacts({ shown }: { shown: ExtranetCase }) {
  const words = useCasesWords()
  const caseWords = useCaseWords()
  const format = useFormat()
  const { language } = useLanguage()
  const { contact, deadline, solvedAt, closedAt } = shown
  const facts: [label: string, value: ReactNode][] = [
    [
      words('status'),
      <StatusPill key="status" category={shown.status.category} color={shown.status.color} label={shown.status.name} />,
    ],
    [words('responsible'), shown.responsible ?? (shown.ball === 'nobody' ? null : words('nobodyYet'))],
    [words('reportedByLabel'), shown.isMine ? caseWords('you') : contact?.name],
    [words('created'), format.dateTime(shown.createdAt)],
    [words('type'), shown.type?.name],
    [words('priority'), shown.priority],
    [words('project'), shown.project?.name],
    [words('product'), shown.product],
    [words('reference'), shown.externalReference],
    ...shown.fields
      .filter(({ value, isShown }) => isShown && value !== null)
      .map((field): [string, ReactNode] => [fieldName(field, language), <FieldWords key={field.id} field={field} />]),
    [words('deadline'), deadline === null ? null : format.dateTime(deadline)],
    [words('solvedAt'), solvedAt === null ? null : format.dateTime(solvedAt)],
    [words('closedAt'), closedAt === null ? null : format.dateTime(closedAt)],
    [words('follows'), shown.follows === null ? null : <CaseLinks key="follows" cases={[shown.follows]} />],
    [words('followUps'), shown.followUps.length === 0 ? null : <CaseLinks key="later" cases={shown.followUps} />],
  ]

  return <Facts label={words('about')} facts={facts} />
}

function FieldWords({ field }: { field: ExtranetCase['fields'][number] }) {
  const words = useCasesWords()
  const format = useFormat()
  const { language } = useLanguage()
  if (field.kind === 'checkbox') return words('ticked')
  if (field.kind === 'date' && typeof field.value === 'string') return format.workDate(field.value)
  return valueName(field, language)
}

function CaseLinks({ cases }: { cases: ExtranetCase['followUps'] }) {
  return (
    <span className="ex-case-links">
      {cases.map(({ id, number, subject }) => (
        <Link key={id} to={casePath(number)}>
          #{number} {subject}
        </Link>
      ))}
    </span>
  )
}
