import { addCaseParticipant, listCaseParticipants, removeCaseParticipant } from '@timedesk/contracts/case-participants'
import type { RouteModule } from '../../platform/http/serve.ts'
import { addParticipant, removeParticipant } from './change-participants.ts'
import { findParticipants } from './find-participants.ts'

/** Contacts who see a case beside the one it is for. */
export const participantRoutes: RouteModule = (serve) => {
  serve.read(listCaseParticipants, async ({ reader, params }) => ({
    body: await findParticipants(reader, params.caseId),
  }))

  serve.write(addCaseParticipant, async ({ tx, context, params }) => {
    await addParticipant(tx, context, params)
    return { body: await findParticipants(tx, params.caseId) }
  })

  serve.write(removeCaseParticipant, async ({ tx, context, params }) => {
    await removeParticipant(tx, context, params)
    return { body: await findParticipants(tx, params.caseId) }
  })
}
