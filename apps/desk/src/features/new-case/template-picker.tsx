import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { listCaseTemplates, type CaseTemplate } from '@timedesk/contracts/case-templates'

import { client } from '../../shared/client.ts'
import { queryRoots } from '../../shared/query-roots.ts'
import { useNewCaseWords } from './use-new-case-words.ts'

type TemplatePickerProps = {
  value: string | null
  onChange: (chosen: CaseTemplate | null, before: CaseTemplate | null) => void
}

/** What a new case may begin with. Nothing where there are no templates. */
export function TemplatePicker({ value, onChange }: TemplatePickerProps) {
  const words = useNewCaseWords()
  const { data: templates = [] } = useQuery({
    queryKey: [...queryRoots.caseTemplates, 'usable'],
    queryFn: async ({ signal }) => (await client.call(listCaseTemplates, { query: { isActive: true }, signal })).data,
  })
  const find = (id: string | null) => templates.find((template) => template.id === id) ?? null
  if (templates.length === 0) return null
  return (
    <Select
      label={words('template')}
      placeholder={words('templateHint')}
      description={words('templateKeeps')}
      searchable
      clearable
      checkIconPosition="right"
      data={templates.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={(id) => onChange(find(id), find(value))}
    />
  )
}
