import type { StaffRole } from '@timedesk/contracts/access'
import type { Language } from '@timedesk/contracts/primitives'
import { createEmployee, updateEmployee, type Employee } from '@timedesk/contracts/staff'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** An employee as it is written in the form; named as the fields of the request. */
export type EmployeeDraft = {
  name: string
  initials: string
  email: string
  role: StaffRole
  departmentId: string
  language: Language
  priceClassId: string | null
  workingMinutes: readonly number[]
  skills: readonly SkillDraft[]
}

/** A skill that somebody has, and how well. */
export type SkillDraft = { skillId: string; level: number }

/** A week of 37 hours, to be changed. */
export const USUAL_MINUTES: readonly number[] = [444, 444, 444, 444, 444, 0, 0]

export function draftOfEmployee(employee: Employee): EmployeeDraft {
  const { name, initials, email, role, department, language, priceClass, workingMinutes, skills } = employee
  return {
    ...{ name, initials, email, role, language, workingMinutes },
    departmentId: department.id,
    priceClassId: priceClass?.id ?? null,
    skills: skills.map(({ id, level }) => ({ skillId: id, level })),
  }
}

/** Creates an employee, who is mailed an invitation. */
export function useCreateEmployee() {
  return useChange(
    ({ workingMinutes, skills, ...same }: EmployeeDraft) =>
      client.call(createEmployee, { body: { ...same, workingMinutes: [...workingMinutes], skills: [...skills] } }),
    [queryRoots.employees, queryRoots.skills],
  )
}

type EmployeeChange = { employee: Employee; body: Partial<EmployeeDraft> & { isActive?: boolean } }

/** Changes an employee, if nobody did so since it was read. */
export function useUpdateEmployee() {
  return useChange(
    ({ employee: { id, version }, body: { workingMinutes, skills, ...same } }: EmployeeChange) =>
      client.call(updateEmployee, {
        params: { employeeId: id },
        headers: ifMatch(version),
        body: {
          ...same,
          ...(workingMinutes !== undefined && { workingMinutes: [...workingMinutes] }),
          ...(skills !== undefined && { skills: [...skills] }),
        },
      }),
    [queryRoots.employees, queryRoots.me, queryRoots.weeks, queryRoots.skills],
  )
}
