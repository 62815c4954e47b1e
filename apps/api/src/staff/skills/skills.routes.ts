import { createSkill as create, listSkills, updateSkill as update } from '@timedesk/contracts/skills'
import type { RouteModule } from '../../platform/http/serve.ts'
import { createSkill } from './create-skill.ts'
import { findSkill, findSkills } from './find-skills.ts'
import { updateSkill } from './update-skill.ts'

export const skillRoutes: RouteModule = (serve) => {
  serve.read(listSkills, async ({ reader, query }) => ({ body: { data: await findSkills(reader, query.isActive) } }))

  serve.write(create, async ({ tx, context, body }) => {
    const skill = await findSkill(tx, await createSkill(tx, context, body))
    return { body: skill, version: skill.version }
  })

  serve.write(update, async ({ tx, context, params, body, ifMatch }) => {
    await updateSkill(tx, context, { skillId: params.skillId, ...body }, ifMatch)
    const skill = await findSkill(tx, params.skillId)
    return { body: skill, version: skill.version }
  })
}
