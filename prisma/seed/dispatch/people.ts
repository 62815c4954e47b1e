import { addDays } from '@timedesk/domain/calendar/days'
import type { DemoAbsence, DemoDesk } from '../desk-shape.ts'
import { idOf } from '../make-id.ts'
import type { Present } from '../present.ts'
import { employeeId } from '../staff.ts'
import type { EmployeeKey } from '../staff.ts'

/** Who knows it, from 1 for some of it to 3 for whom others ask. */
type Known = Partial<Record<EmployeeKey, 1 | 2 | 3>>
const rows = {
  'Ledger and VAT': { laura: 3, jonas: 2, emil: 2, mette: 1 },
  Databases: { nikolaj: 3, admin: 2, jonas: 2 },
  'Web shops': { rasmus: 3, emil: 1 },
  'Danish payroll': { sofie: 2, laura: 2, emil: 1 },
} as const satisfies Record<string, Known>
export type SkillName = keyof typeof rows
export const skillId = (name: SkillName) => idOf(`skill ${name}`)
const skillNames = Object.keys(rows) as SkillName[]

export const skills: DemoDesk['skills'] = skillNames.map((name) => ({ id: skillId(name), name }))

export const employeeSkills: DemoDesk['employeeSkills'] = skillNames.flatMap((name) =>
  Object.entries<1 | 2 | 3>(rows[name]).map(([key, level]) => ({
    employeeId: employeeId(key as EmployeeKey),
    skillId: skillId(name),
    level,
  })),
)

/** Somebody has been away since this morning and has a delegate; somebody else goes in two weeks. */
export function absencesAt({ today, workdayAgo }: Present): DemoAbsence[] {
  const absence = (key: EmployeeKey, delegate: EmployeeKey, fromDay: string, toDay: string, reason: string) => ({
    id: idOf(`absence of ${key}`),
    employeeId: employeeId(key),
    fromDay,
    toDay,
    delegateId: employeeId(delegate),
    reason,
  })
  return [
    { ...absence('sofie', 'mette', workdayAgo(60), workdayAgo(60), 'Course'), id: idOf('absence of sofie, course') },
    absence('emil', 'jonas', today, addDays(today, 4), 'Holiday'),
    absence('laura', 'jonas', addDays(today, 14), addDays(today, 25), 'Parental leave'),
  ]
}
