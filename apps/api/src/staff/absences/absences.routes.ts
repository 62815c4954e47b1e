import * as contracts from '@timedesk/contracts/absences'
import type { RouteModule } from '../../platform/http/serve.ts'
import { changeAbsence, removeAbsence } from './change-absence.ts'
import { findAbsence, findAbsences } from './find-absences.ts'
import { handOverCases, previewHandover } from './hand-over-cases.ts'
import { recordAbsence } from './record-absence.ts'

export const absenceRoutes: RouteModule = (serve) => {
  serve.read(contracts.listAbsences, async ({ reader, deps, actor, now, query }) => ({
    body: await findAbsences(reader, deps.paging, actor, now, query),
  }))

  serve.read(contracts.getAbsence, async ({ reader, actor, now, params }) => {
    const absence = await findAbsence(reader, actor, now, params.absenceId)
    return { body: absence, version: absence.version }
  })

  serve.write(contracts.createAbsence, async ({ tx, context, actor, now, body }) => {
    const id = await recordAbsence(tx, context, body)
    const absence = await findAbsence(tx, actor, now, id)
    return { body: absence, version: absence.version, location: `/api/v1/absences/${id}` }
  })

  serve.write(contracts.updateAbsence, async ({ tx, context, actor, now, params, body, ifMatch }) => {
    await changeAbsence(tx, context, { ...params, ...body }, ifMatch)
    const absence = await findAbsence(tx, actor, now, params.absenceId)
    return { body: absence, version: absence.version }
  })

  serve.write(contracts.removeAbsence, async ({ tx, context, params }) => {
    await removeAbsence(tx, context, params)
    return { body: undefined }
  })

  serve.read(contracts.previewHandover, async ({ reader, now, params }) => ({
    body: await previewHandover(reader, now, params),
  }))

  serve.write(contracts.handOverCases, async ({ tx, context, params, body }) => ({
    body: await handOverCases(tx, context, { ...params, ...body }),
  }))
}
