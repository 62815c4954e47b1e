import type { Candidate, Staffing } from '../src/dispatch/staffing.ts'

type Given = { loadMinutes?: number; skills?: Record<string, number> }

export function aCandidate(id: string, departmentId: string, { loadMinutes = 0, skills = {} }: Given = {}): Candidate {
  return { id, name: id, departmentId, loadMinutes, skills: new Map(Object.entries(skills)) }
}

/** Service has the first line below it, field service stands beside, and one department is shut. */
export function aStaffing(people: readonly Candidate[], away: Record<string, string | null> = {}): Staffing {
  return {
    people: new Map(people.map((person) => [person.id, person])),
    away: new Map(Object.entries(away)),
    departments: new Map([
      ['service', { name: 'Service', parentId: null, isActive: true }],
      ['first', { name: 'First line', parentId: 'service', isActive: true }],
      ['field', { name: 'Field service', parentId: null, isActive: true }],
      ['shut', { name: 'Shut down', parentId: null, isActive: false }],
    ]),
  }
}
