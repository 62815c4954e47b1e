import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { TreeSelect } from '@timedesk/ui/tree-select'
import type { ReactNode } from 'react'

import { settingQueries } from '../settings/setting-queries.ts'
import { usableOptions } from '../settings/usable-options.ts'
import { buildTree, pruneTree } from './build-tree.ts'

type PickerProps = {
  label: string
  value: string | null
  onChange: (id: string | null) => void
  placeholder?: string
  description?: ReactNode
  error?: ReactNode
  hideLabel?: boolean
  /** A branch that may not be chosen, nor any below it. */
  withoutBranch?: string | undefined
  required?: boolean
  clearable?: boolean
  disabled?: boolean
}

/** Picks a department out of the tree. */
export function DepartmentPicker({ withoutBranch, ...props }: PickerProps) {
  const departments = useQuery(settingQueries.departments())
  return <TreeSelect {...props} tree={buildTree(pruneTree(departments.data ?? [], withoutBranch), props.value)} />
}

/** Picks a case type out of the tree. */
export function CaseTypePicker({ withoutBranch, ...props }: PickerProps) {
  const types = useQuery(settingQueries.caseTypes())
  return <TreeSelect {...props} tree={buildTree(pruneTree(types.data ?? [], withoutBranch), props.value)} />
}

/** Picks a priority, most urgent first. */
export function PriorityPicker(props: PickerProps) {
  const priorities = useQuery(settingQueries.priorities())
  return (
    <Select
      {...props}
      data={usableOptions(priorities.data ?? [], props.value)}
      checkIconPosition="right"
      allowDeselect={props.clearable ?? true}
    />
  )
}
