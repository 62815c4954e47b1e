import { createSkill, updateSkill, type Skill } from '@timedesk/contracts/skills'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** A skill as it is written in the form; named as the fields of the request. */
export type SkillDraft = { name: string; isActive: boolean }

type Input = { draft: SkillDraft; changes: Partial<SkillDraft> }

/** Creates a skill, or changes the given one if nobody did so since it was read. */
export function useSaveSkill(skill: Skill | null) {
  return useChange(
    ({ draft: { name }, changes }: Input) =>
      skill === null
        ? client.call(createSkill, { body: { name } })
        : client.call(updateSkill, {
            params: { skillId: skill.id },
            headers: ifMatch(skill.version),
            body: changes,
          }),
    [queryRoots.skills, queryRoots.employees, queryRoots.dispatchRules],
  )
}
