import { refusedReference } from '../platform/http/refused-reference.ts'

/** What was found of what time refers to; null where it does not exist or is not active. */
type Found = {
  employeeName: string | null
  activityTypeName: string | null
  isCaseFound: boolean
  isProjectUsable: boolean
  isTaskUsable: boolean
  isPriceClassUsable: boolean
}

/** The names of whoever worked and of what. Refuses with `reference_refused` the first thing that cannot be used. */
export function refuseUnusable(found: Found, pointer: string): { employeeName: string; activityTypeName: string } {
  const { employeeName, activityTypeName } = found
  if (!found.isCaseFound) throw refusedReference(`${pointer}/caseId`, 'There is no such case.')
  if (!found.isProjectUsable)
    throw refusedReference(
      `${pointer}/projectId`,
      'The project does not exist, is not active or belongs to another customer.',
    )
  if (!found.isTaskUsable)
    throw refusedReference(`${pointer}/taskId`, 'The task does not exist, is not active or is of another project.')
  if (employeeName === null)
    throw refusedReference(`${pointer}/employeeId`, 'The employee does not exist or is not active.')
  if (activityTypeName === null)
    throw refusedReference(`${pointer}/activityTypeId`, 'The activity type does not exist or is not active.')
  if (!found.isPriceClassUsable)
    throw refusedReference(`${pointer}/priceClassId`, 'The price class does not exist or is not active.')
  return { employeeName, activityTypeName }
}
