import type { ExtranetCase } from '@timedesk/contracts/extranet-cases'
import { useFormat } from '@timedesk/ui/format'
import { StatusPill } from '@timedesk/ui/status-pill'
import type { ReactNode } from 'react'
import { statusWords, useCaseWords } from '../../shared/case-words.ts'
import { Facts } from '../../shared/facts.tsx'
import { useCasesWords } from './use-cases-words.ts'

/** What is known about a case, beside its dialogue. */
export function CaseFacts({ shown }: { shown: ExtranetCase }) {
  const words = useCasesWords()
  const caseWords = useCaseWords()
  const format = useFormat()
  const { contact, deadline, solvedAt, closedAt } = shown
  const facts: [label: string, value: ReactNode][] = [
    [
      words('status'),
      <StatusPill
        key="status"
        category={shown.status.category}
        label={statusWords(caseWords, shown.status.category)}
      />,
    ],
    [words('responsible'), shown.responsible ?? (shown.ball === 'nobody' ? null : words('nobodyYet'))],
    [words('reportedByLabel'), shown.isMine ? caseWords('you') : contact?.name],
    [words('created'), format.dateTime(shown.createdAt)],
    [words('type'), shown.type?.name],
    [words('priority'), shown.priority],
    [words('project'), shown.project?.name],
    [words('product'), shown.product],
    [words('reference'), shown.externalReference],
    [words('deadline'), deadline === null ? null : format.dateTime(deadline)],
    [words('solvedAt'), solvedAt === null ? null : format.dateTime(solvedAt)],
    [words('closedAt'), closedAt === null ? null : format.dateTime(closedAt)],
  ]

  return <Facts label={words('about')} facts={facts} />
}
