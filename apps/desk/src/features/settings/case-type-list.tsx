import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { CaseType } from '@timedesk/contracts/case-settings'
import { DataTable } from '@timedesk/ui/data-table'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useState } from 'react'

import { useFormWords } from '../../shared/forms/use-form-words.ts'
import { Mark } from '../../shared/lists/mark.tsx'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { useListWords } from '../../shared/lists/use-list-words.ts'
import { treeRows } from '../../shared/pickers/build-tree.ts'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { CaseTypeDialog } from './case-type-dialog.tsx'
import { useSettingsWords } from './use-settings-words.ts'

const INDENT_REM = 1.25

/** The tree of case types with where their cases go first. */
export function CaseTypeList({ mayWrite }: { mayWrite: boolean }) {
  const words = useSettingsWords()
  const formWords = useFormWords()
  const listWords = useListWords()
  const [editedId, setEditedId] = useState<string | null>(null)
  const types = useQuery(settingQueries.caseTypes())
  const edited = types.data?.find(({ id }) => id === editedId)

  return (
    <>
      <QueryFace query={types}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState title={words('typesEmptyTitle')}>{words('typesEmptyText')}</EmptyState>
          ) : (
            <DataTable
              label={words('typesTitle')}
              rows={treeRows(found)}
              rowKey={(row) => row.id}
              isQuiet={(row) => !row.isActive}
              columns={[
                {
                  key: 'name',
                  header: words('name'),
                  priority: 1,
                  render: ({ name, depth, isActive }) => (
                    <span style={{ paddingInlineStart: `${depth * INDENT_REM}rem` }}>
                      {name}
                      {!isActive && <Mark>{listWords('inactiveMark')}</Mark>}
                    </span>
                  ),
                },
                {
                  key: 'department',
                  header: words('department'),
                  render: ({ department }) => department?.name ?? <Quiet text={words('asAbove')} />,
                },
                { key: 'responsible', header: words('responsible'), render: (row) => row.responsible?.name ?? '—' },
              ]}
              {...(mayWrite && {
                rowActions: ({ id, name }: CaseType) => (
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={words('editThing', { name })}
                    onClick={() => setEditedId(id)}
                  >
                    {formWords('edit')}
                  </Button>
                ),
              })}
            />
          )
        }
      </QueryFace>
      {edited !== undefined && <CaseTypeDialog type={edited} onClose={() => setEditedId(null)} />}
    </>
  )
}

function Quiet({ text }: { text: string }) {
  return <span className="desk-quiet">{text}</span>
}
