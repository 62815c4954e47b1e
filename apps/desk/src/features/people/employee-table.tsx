import { Anchor } from '@mantine/core'
import type { Employee } from '@timedesk/contracts/staff'
import { DataTable, type DataColumn } from '@timedesk/ui/data-table'
import { PersonAvatar } from '@timedesk/ui/person-avatar'
import { RelativeTime } from '@timedesk/ui/relative-time'

import { Mark } from '../../shared/lists/mark.tsx'
import { useListWords } from '../../shared/lists/use-list-words.ts'
import { EmployeeRowButtons } from './employee-row-buttons.tsx'
import { usePeopleWords } from './use-people-words.ts'

type EmployeeTableProps = {
  employees: readonly Employee[]
  /** Left out for who may not change people. */
  onEdit: ((employee: Employee) => void) | undefined
  /** Left out for who may not see what people cost. */
  onCost: ((employee: Employee) => void) | undefined
}

/** Employees with role, department and how much they carry. */
export function EmployeeTable({ employees, onEdit, onCost }: EmployeeTableProps) {
  const words = usePeopleWords()
  const listWords = useListWords()
  const columns: DataColumn<Employee>[] = [
    {
      key: 'name',
      header: words('name'),
      priority: 1,
      render: ({ name, initials, isActive, hasPassword }) => (
        <span className="desk-person">
          <PersonAvatar name={name} />
          <span>
            {name} <span className="desk-quiet">{initials}</span>
            {!isActive && <Mark>{listWords('inactiveMark')}</Mark>}
            {isActive && !hasPassword && <Mark kind="warn">{words('notAccepted')}</Mark>}
          </span>
        </span>
      ),
    },
    {
      key: 'email',
      header: words('email'),
      render: ({ email }) => <Anchor href={`mailto:${email}`}>{email}</Anchor>,
    },
    { key: 'role', header: words('role'), render: ({ role }) => words(`role_${role}`) },
    { key: 'department', header: words('department'), render: ({ department }) => department.name },
    { key: 'class', header: words('priceClass'), priority: 3, render: ({ priceClass }) => priceClass?.name ?? '—' },
    { key: 'cases', header: words('openCases'), align: 'end', render: ({ openCases }) => openCases },
    {
      key: 'last',
      header: words('lastSignedIn'),
      priority: 3,
      render: ({ lastSignedInAt }) => (lastSignedInAt === null ? words('never') : <RelativeTime at={lastSignedInAt} />),
    },
  ]
  return (
    <DataTable
      label={words('title')}
      rows={employees}
      rowKey={(row) => row.id}
      isQuiet={(row) => !row.isActive}
      columns={columns}
      {...((onEdit !== undefined || onCost !== undefined) && {
        rowActions: (employee: Employee) => (
          <EmployeeRowButtons
            employee={employee}
            onEdit={onEdit && (() => onEdit(employee))}
            onCost={onCost && (() => onCost(employee))}
          />
        ),
      })}
    />
  )
}
