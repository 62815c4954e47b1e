import { IconBriefcase, IconTicket } from '@tabler/icons-react'
import { listProjects } from '@timedesk/contracts/projects'
import { listCases } from '@timedesk/contracts/work-list'
import { SearchSelect, type SearchOption } from '@timedesk/ui/search-select'
import type { ReactNode } from 'react'

import { client } from '../client.ts'
import { caseName, type TimeSubject } from './time-subject.ts'
import { useTimeWords } from './use-time-words.ts'

const FOUND_MAX = 8

type SubjectPickerProps = {
  label: string
  value: TimeSubject
  onChange: (subject: TimeSubject) => void
  description?: ReactNode
  error?: ReactNode
  hideLabel?: boolean
}

/** Finds what time is spent on: a case by number, words or customer, or a project. Nothing chosen is internal time. */
export function SubjectPicker({ value, onChange, ...props }: SubjectPickerProps) {
  const words = useTimeWords()
  return (
    <SearchSelect
      {...props}
      placeholder={words('internal')}
      value={
        value === null
          ? null
          : { value: valueOf(value.kind, value.id, value.number), label: value.name, icon: iconOf(value.kind) }
      }
      search={findSubjects}
      onChange={(option) => onChange(option === null ? null : subjectOfOption(option))}
    />
  )
}

/** Cases and projects that fit; without words one's own active cases and the projects that are in use. */
export async function findSubjects(term: string, signal: AbortSignal): Promise<SearchOption[]> {
  const search = term.trim().replace(/^#/u, '')
  const limit = FOUND_MAX
  const [cases, projects] = await Promise.all([
    client.call(listCases, {
      query: search === '' ? { limit, responsible: 'me', isActive: true } : { limit, search },
      signal,
    }),
    client.call(listProjects, { query: { limit, isActive: true, ...(search !== '' && { search }) }, signal }),
  ])
  return [
    ...cases.data.map((found) => optionOf('case', found.id, caseName(found), found.customer.name, found.number)),
    ...projects.data.map(({ id, name, customer }) => optionOf('project', id, name, customer.name)),
  ]
}

/** The subject that was chosen among what was found. */
export function subjectOfOption({ value, label }: SearchOption): TimeSubject {
  const [kind, id = '', number] = value.split(':')
  if (kind !== 'case') return { kind: 'project', id, name: label }
  return { kind, id, name: label, number: Number(number) }
}

function valueOf(kind: 'case' | 'project', id: string, number = 0): string {
  return `${kind}:${id}:${number}`
}

function optionOf(
  kind: 'case' | 'project',
  id: string,
  label: string,
  description: string,
  number?: number,
): SearchOption {
  return { value: valueOf(kind, id, number), label, description, icon: iconOf(kind) }
}

function iconOf(kind: 'case' | 'project') {
  const Icon = kind === 'case' ? IconTicket : IconBriefcase
  return <Icon size={16} stroke={1.6} aria-hidden="true" />
}
