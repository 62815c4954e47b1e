import { useQuery } from '@tanstack/react-query'
import { permissionsOfRole } from '@timedesk/contracts/access'
import { listDepartments, listEmployees } from '@timedesk/contracts/staff'
import { mentionText } from '@timedesk/domain/text/mentions'

import { client } from '../../../../shared/client.ts'
import { Suggestions, type SuggestionPlace } from './suggestions.tsx'
import { useCompletionWords } from './use-completion-words.ts'
import { useFoundState } from './use-found-state.ts'

const PEOPLE_MAX = 6
const DEPARTMENTS_MAX = 3

/** Colleagues and departments by what is typed behind `@`. Who may not read cases is there, and cannot be chosen. */
export default function PeopleSuggestions(props: SuggestionPlace & { onWrite: (markdown: string) => void }) {
  const { query, onWrite, ...place } = props
  const words = useCompletionWords()
  const stateOf = useFoundState()
  const found = useQuery({
    queryKey: ['mentionable', query],
    queryFn: async ({ signal }) => {
      const asked = { isActive: true, ...(query !== '' && { search: query }) }
      const [people, departments] = await Promise.all([
        client.call(listEmployees, { query: { ...asked, limit: PEOPLE_MAX }, signal }),
        client.call(listDepartments, { query: { ...asked, limit: DEPARTMENTS_MAX }, signal }),
      ])
      return { people: people.data, departments: departments.data }
    },
  })
  const options = [
    ...(found.data?.people ?? []).map(({ id, name, initials, department, role }) => ({
      ...{ id, name, code: initials, detail: department.name, kind: 'employee' as const },
      reason: permissionsOfRole[role].includes('case:read') ? undefined : words('noCases'),
    })),
    ...(found.data?.departments ?? []).map(({ id, name }) => ({
      ...{ id, name, detail: words('department'), kind: 'department' as const },
      reason: undefined,
    })),
  ]
  return (
    <Suggestions
      {...place}
      query={query}
      label={words('people')}
      options={options}
      state={stateOf(found, options.length, query)}
      onChoose={({ kind, id, name }) => onWrite(`${mentionText(kind, id, name)} `)}
    />
  )
}
