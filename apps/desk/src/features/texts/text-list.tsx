import { Anchor } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { CannedText } from '@timedesk/contracts/canned-texts'
import { DataTable } from '@timedesk/ui/data-table'
import { useLanguage } from '@timedesk/ui/use-language'
import { Link } from 'react-router'

import { EmptyList } from '../../shared/lists/empty-list.tsx'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { Mark } from '../../shared/lists/mark.tsx'
import { useListWords } from '../../shared/lists/use-list-words.ts'
import { activeFilterOf, searchOf, useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { paths } from '../../shared/paths.ts'
import { useCommonWords } from '../../shared/settings/use-common-words.ts'
import { textQueries } from './queries.ts'
import { ScopeTools, scopeOf } from './scope-tools.tsx'
import './texts.css'
import { useTextWords } from './use-text-words.ts'

/** The canned texts of one scope, by name. */
export function TextList() {
  const words = useTextWords()
  const filters = useUrlFilters()
  const scope = scopeOf(filters.get('scope'))
  const texts = useInfiniteQuery(textQueries.texts({ scope, ...activeFilterOf(filters), ...searchOf(filters) }))
  return (
    <>
      <ScopeTools filters={filters} searchLabel={words('searchTexts')} />
      <ListFace
        query={texts}
        empty={<EmptyList filters={filters} title={words('textsTitle')} text={words('textsEmpty')} />}
      >
        {(rows) => <TextTable texts={rows} withDepartment={scope === 'department'} />}
      </ListFace>
    </>
  )
}

type TextTableProps = { texts: readonly CannedText[]; withDepartment: boolean }

function TextTable({ texts, withDepartment }: TextTableProps) {
  const words = useTextWords()
  const commonWords = useCommonWords()
  const listWords = useListWords()
  const { language } = useLanguage()
  const other = language === 'en' ? 'da' : 'en'
  return (
    <DataTable
      label={words('textsTitle')}
      rows={texts}
      rowKey={({ id }) => id}
      isQuiet={({ isActive }) => !isActive}
      columns={[
        {
          ...{ key: 'name', header: commonWords('name'), priority: 1 },
          render: ({ id, name, isActive }) => (
            <>
              <Anchor component={Link} inherit to={paths.cannedText(id)}>
                {name}
              </Anchor>
              {!isActive && <Mark>{listWords('inactiveMark')}</Mark>}
            </>
          ),
        },
        {
          ...{ key: 'shortcut', header: words('shortcut') },
          render: ({ shortcut }) => <code className="desk-nowrap">::{shortcut}</code>,
        },
        ...(withDepartment
          ? [
              {
                ...{ key: 'department', header: words('department') },
                render: ({ department }: CannedText) => department?.name ?? '',
              },
            ]
          : []),
        {
          ...{ key: 'text', header: words('texts') },
          render: ({ texts: both }) => (
            <span className="desk-text-beginning-cell">{both[language] === '' ? both[other] : both[language]}</span>
          ),
        },
      ]}
    />
  )
}
