import { createDepartment, updateDepartment, type Department } from '@timedesk/contracts/staff'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** A department as it is written in the form; named as the fields of the request. */
export type DepartmentDraft = { name: string; parentId: string | null }

const touches = [queryRoots.settings, queryRoots.employees, queryRoots.company]

/** Creates a department. */
export function useCreateDepartment() {
  return useChange((body: DepartmentDraft) => client.call(createDepartment, { body }), touches)
}

type DepartmentChange = { department: Department; body: Partial<DepartmentDraft> & { isActive?: boolean } }

/** Renames, moves or (de)activates a department, if nobody changed it since it was read. */
export function useUpdateDepartment() {
  return useChange(
    ({ department: { id, version }, body }: DepartmentChange) =>
      client.call(updateDepartment, { params: { departmentId: id }, headers: ifMatch(version), body }),
    touches,
  )
}
