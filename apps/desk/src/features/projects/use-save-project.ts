import { createProject, updateProject, type Project } from '@timedesk/contracts/projects'
import type { Reference } from '@timedesk/contracts/primitives'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** A project as it is written in the form; named as the fields of the request. */
export type ProjectDraft = {
  customerId: Reference | null
  name: string
  description: string
  ownerId: Reference | null
  startsOn: string
  endsOn: string
}

export function draftOfProject({ customer, name, description, owner, startsOn, endsOn }: Project): ProjectDraft {
  return { customerId: customer, name, description, ownerId: owner, startsOn: startsOn ?? '', endsOn: endsOn ?? '' }
}

const touches = [queryRoots.projects, queryRoots.customers]

/** Creates a project of a customer. */
export function useCreateProject() {
  return useChange(
    ({ customerId, ownerId, startsOn, endsOn, ...same }: ProjectDraft) =>
      client.call(createProject, {
        body: {
          ...same,
          customerId: customerId?.id ?? '',
          ownerId: ownerId?.id ?? null,
          startsOn: dayOf(startsOn),
          endsOn: dayOf(endsOn),
        },
      }),
    touches,
  )
}

type ProjectChange = { project: Project; changes: Partial<Omit<ProjectDraft, 'customerId'>> & { isActive?: boolean } }

/** Changes a project, if nobody did so since it was read. */
export function useUpdateProject() {
  return useChange(
    ({ project, changes: { ownerId, startsOn, endsOn, ...same } }: ProjectChange) =>
      client.call(updateProject, {
        params: { projectId: project.id },
        headers: ifMatch(project.version),
        body: {
          ...same,
          ...(ownerId !== undefined && { ownerId: ownerId?.id ?? null }),
          ...(startsOn !== undefined && { startsOn: dayOf(startsOn) }),
          ...(endsOn !== undefined && { endsOn: dayOf(endsOn) }),
        },
      }),
    touches,
  )
}

function dayOf(text: string): string | null {
  return text === '' ? null : text
}
