import type { DemoActor, DemoCompany } from '@timedesk/prisma/seed/shape'
import type { Author } from '../write-histories.ts'

/** Looks up what a happening refers to. Each throws a RangeError for what the demo company does not know. */
export type Names = {
  author: (actor: DemoActor) => Author
  employee: (id: string) => string
  department: (id: string) => string
  activityType: (id: string) => string
}

export function namesOf(company: DemoCompany): Names {
  const employees = indexed(company.employees)
  const contacts = indexed(company.contacts)
  const departments = indexed(company.departments)
  const activityTypes = indexed(company.activityTypes)
  return {
    author: (actor) => {
      if (actor.kind === 'system') return { ...actor, name: 'Timedesk' }
      return { ...actor, name: (actor.kind === 'employee' ? employees : contacts)(actor.id) }
    },
    employee: employees,
    department: departments,
    activityType: activityTypes,
  }
}

function indexed(rows: readonly { id: string; name: string }[]): (id: string) => string {
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return (id) => {
    const name = names.get(id)
    if (name === undefined) throw new RangeError(`The demo company does not know ${id}`)
    return name
  }
}
