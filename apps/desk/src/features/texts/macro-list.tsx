import { Anchor } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Macro } from '@timedesk/contracts/macros'
import { DataTable } from '@timedesk/ui/data-table'
import { Link } from 'react-router'

import { EmptyList } from '../../shared/lists/empty-list.tsx'
import { ListFace } from '../../shared/lists/list-face.tsx'
import { Mark } from '../../shared/lists/mark.tsx'
import { useListWords } from '../../shared/lists/use-list-words.ts'
import { activeFilterOf, searchOf, useUrlFilters } from '../../shared/lists/use-url-filters.ts'
import { paths } from '../../shared/paths.ts'
import { actionName, useRunWords } from '../../shared/runs/use-run-words.ts'
import { useCommonWords } from '../../shared/settings/use-common-words.ts'
import { textQueries } from './queries.ts'
import { ScopeTools, scopeOf } from './scope-tools.tsx'
import { useTextWords } from './use-text-words.ts'

/** The macros of one scope, in their order. */
export function MacroList() {
  const words = useTextWords()
  const filters = useUrlFilters()
  const scope = scopeOf(filters.get('scope'))
  const macros = useInfiniteQuery(textQueries.macros({ scope, ...activeFilterOf(filters), ...searchOf(filters) }))
  return (
    <>
      <ScopeTools filters={filters} searchLabel={words('search')} />
      <ListFace
        query={macros}
        empty={<EmptyList filters={filters} title={words('macrosTitle')} text={words('macrosEmpty')} />}
      >
        {(rows) => <MacroTable macros={rows} withDepartment={scope === 'department'} />}
      </ListFace>
    </>
  )
}

type MacroTableProps = { macros: readonly Macro[]; withDepartment: boolean }

function MacroTable({ macros, withDepartment }: MacroTableProps) {
  const words = useTextWords()
  const commonWords = useCommonWords()
  const listWords = useListWords()
  const runWords = useRunWords()
  const does = ({ message, changes }: Macro) => [
    ...(message === null ? [] : [words(`says_${message.kind}`)]),
    ...new Set(changes.map(({ kind }) => actionName(kind, runWords))),
  ]
  return (
    <DataTable
      label={words('macrosTitle')}
      rows={macros}
      rowKey={({ id }) => id}
      isQuiet={({ isActive }) => !isActive}
      columns={[
        {
          ...{ key: 'name', header: commonWords('name'), priority: 1 },
          render: ({ id, name, isActive }) => (
            <>
              <Anchor component={Link} inherit to={paths.macro(id)}>
                {name}
              </Anchor>
              {!isActive && <Mark>{listWords('inactiveMark')}</Mark>}
            </>
          ),
        },
        ...(withDepartment
          ? [
              {
                ...{ key: 'department', header: words('department') },
                render: ({ department }: Macro) => department?.name ?? '',
              },
            ]
          : []),
        { key: 'does', header: words('does'), render: (macro) => does(macro).join(', ') },
        { key: 'position', header: commonWords('position'), align: 'end', render: ({ position }) => position },
      ]}
    />
  )
}
