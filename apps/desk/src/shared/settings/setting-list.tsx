import type { UseQueryResult } from '@tanstack/react-query'
import { DataTable, type DataColumn } from '@timedesk/ui/data-table'
import { EmptyState } from '@timedesk/ui/empty-state'
import { useState, type ReactNode } from 'react'

import { EditButton } from '../lists/edit-button.tsx'
import { Mark } from '../lists/mark.tsx'
import { QueryFace } from '../lists/query-face.tsx'
import { useListWords } from '../lists/use-list-words.ts'
import { useCommonWords } from './use-common-words.ts'

const INDENT_REM = 1.25

type Setting = {
  id: string
  name: string
  isActive: boolean
  /** How deep it hangs in a tree. */
  depth?: number
}

type SettingListProps<Row extends Setting> = {
  query: UseQueryResult<Row[]>
  /** How many lines stand there while it loads. */
  loadingRows?: number
  /** What the table holds; read to screen readers. */
  label: string
  emptyTitle?: string
  emptyText: string
  /** How a name is shown, where it is more than its words. */
  renderName?: (row: Row) => ReactNode
  /** What there is to know beside the name. */
  columns: readonly DataColumn<Row>[]
  mayWrite: boolean
  /** What can be done with a row, where it is more than to edit it. */
  rowActions?: (row: Row, edit: () => void) => ReactNode
  /** Left out where each has a page of its own. */
  renderDialog?: (edited: Row, onClose: () => void) => ReactNode
}

/** Settings of one kind with their names, the inactive ones marked, and the dialog of the one that is edited. */
export function SettingList<Row extends Setting>(props: SettingListProps<Row>) {
  const { query, loadingRows, label, emptyTitle, emptyText, renderName, columns, mayWrite, renderDialog } = props
  const words = useCommonWords()
  const listWords = useListWords()
  const [editedId, setEditedId] = useState<string | null>(null)
  const edited = query.data?.find(({ id }) => id === editedId)
  const editButton = ({ name }: Row, edit: () => void) => (
    <EditButton label={words('editThing', { name })} onClick={edit} />
  )
  const rowActions = props.rowActions ?? (mayWrite && renderDialog !== undefined ? editButton : undefined)
  const nameColumn: DataColumn<Row> = {
    key: 'name',
    header: words('name'),
    priority: 1,
    render: (row) => (
      <span {...(row.depth !== undefined && { style: { paddingInlineStart: `${row.depth * INDENT_REM}rem` } })}>
        {renderName === undefined ? row.name : renderName(row)}
        {!row.isActive && <Mark>{listWords('inactiveMark')}</Mark>}
      </span>
    ),
  }

  return (
    <>
      <QueryFace query={query} {...(loadingRows !== undefined && { rows: loadingRows })}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState title={emptyTitle ?? words('emptyTitle')}>{emptyText}</EmptyState>
          ) : (
            <DataTable
              label={label}
              rows={found}
              rowKey={(row) => row.id}
              isQuiet={(row) => !row.isActive}
              columns={[nameColumn, ...columns]}
              {...(rowActions !== undefined && {
                rowActions: (row: Row) => rowActions(row, () => setEditedId(row.id)),
              })}
            />
          )
        }
      </QueryFace>
      {edited !== undefined && renderDialog?.(edited, () => setEditedId(null))}
    </>
  )
}
