import { Collapse, Select, TextInput, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { CaseChoices } from '@timedesk/contracts/extranet-cases'
import { LINE_LENGTH_MAX } from '@timedesk/contracts/limits'
import { IconChevronDown } from '@tabler/icons-react'
import type { ReportDraft } from './report-draft.ts'
import './report.css'
import { useReportWords } from './use-report-words.ts'

type ReportFieldsProps = {
  draft: ReportDraft
  choices: CaseChoices
  errorOf: (field: 'priorityId' | 'projectId' | 'externalReference') => string | undefined
  onChange: (changes: Partial<ReportDraft>) => void
}

/** What is not needed for a report but helps: urgency, project and the customer's own reference. */
export function ReportFields({ draft, choices, errorOf, onChange }: ReportFieldsProps) {
  const words = useReportWords()
  const usual = choices.priorities.find(({ isDefault }) => isDefault)?.id ?? null
  const hasMore = draft.projectId !== null || draft.externalReference !== ''
  const hasError = errorOf('projectId') !== undefined || errorOf('externalReference') !== undefined
  const [isOpen, more] = useDisclosure(hasMore)

  return (
    <>
      <Select
        label={words('priority')}
        className="ex-report-short"
        data={choices.priorities.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.priorityId ?? usual}
        allowDeselect={false}
        error={errorOf('priorityId')}
        onChange={(priorityId) => {
          onChange({ priorityId })
        }}
      />
      <div>
        <UnstyledButton className="ex-report-more td-focus" aria-expanded={isOpen || hasError} onClick={more.toggle}>
          <IconChevronDown size={16} stroke={1.8} aria-hidden="true" /> {words('more')}
        </UnstyledButton>
        <Collapse expanded={isOpen || hasError}>
          <div className="ex-report-pair">
            {choices.projects.length > 0 && (
              <Select
                label={words('project')}
                placeholder={words('projectNone')}
                data={choices.projects.map(({ id, name }) => ({ value: id, label: name }))}
                value={draft.projectId}
                clearable
                searchable
                error={errorOf('projectId')}
                onChange={(projectId) => {
                  onChange({ projectId })
                }}
              />
            )}
            <TextInput
              label={words('reference')}
              placeholder={words('referenceText')}
              maxLength={LINE_LENGTH_MAX}
              value={draft.externalReference}
              error={errorOf('externalReference')}
              onChange={(event) => {
                onChange({ externalReference: event.currentTarget.value })
              }}
            />
          </div>
        </Collapse>
      </div>
    </>
  )
}
