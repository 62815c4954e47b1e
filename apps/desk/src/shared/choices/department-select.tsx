import { useQuery } from '@tanstack/react-query'
import type { Reference } from '@timedesk/contracts/primitives'
import { TreeSelect } from '@timedesk/ui/tree-select'
import type { ReactNode } from 'react'

import { departmentQueries } from './department-queries.ts'
import { treeOf } from './tree-of.ts'

type DepartmentSelectProps = {
  label: string
  value: Reference | null
  onChange: (chosen: Reference | null) => void
  description?: string
  error?: ReactNode
  required?: boolean
  hideLabel?: boolean
  placeholder?: string
  /** A department that may not be chosen, nor any below it. */
  withoutBranch?: string | undefined
}

/** Picks a department out of the tree. */
export function DepartmentSelect({ value, onChange, withoutBranch, ...select }: DepartmentSelectProps) {
  const departments = useQuery(departmentQueries.all())
  const found = departments.data ?? []
  const choose = (id: string | null) => {
    const department = found.find((candidate) => candidate.id === id)
    onChange(department === undefined ? null : { id: department.id, name: department.name })
  }
  return (
    <TreeSelect
      {...select}
      tree={treeOf(found, withoutBranch)}
      value={value?.id ?? null}
      onChange={choose}
      clearable={select.required !== true}
    />
  )
}
