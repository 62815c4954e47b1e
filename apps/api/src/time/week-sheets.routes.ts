import { decideWeek, getWeekSheet, listWeekSheets, recallWeek, submitWeek } from '@timedesk/contracts/week-sheets'
import type { RouteModule } from '../platform/http/serve.ts'
import { findWeekSheet } from './find-week-sheet.ts'
import { findWeekSheets } from './find-week-sheets.ts'
import { moveWeek } from './move-week.ts'

export const weekSheetRoutes: RouteModule = (serve) => {
  serve.read(getWeekSheet, async ({ reader, params, actor }) => {
    const week = await findWeekSheet(reader, actor, params)
    return { body: week, version: week.version }
  })

  serve.read(listWeekSheets, async ({ reader, deps, query }) => ({
    body: await findWeekSheets(reader, deps.paging, query),
  }))

  serve.write(submitWeek, async ({ tx, context, params, actor }) => {
    await moveWeek(tx, context, { ...params, move: 'submitted' })
    const week = await findWeekSheet(tx, actor, params)
    return { body: week, version: week.version }
  })

  serve.write(recallWeek, async ({ tx, context, params, actor }) => {
    await moveWeek(tx, context, { ...params, move: 'recalled' })
    const week = await findWeekSheet(tx, actor, params)
    return { body: week, version: week.version }
  })

  serve.write(decideWeek, async ({ tx, context, params, body, actor }) => {
    await moveWeek(tx, context, { ...params, move: body.verdict, reason: body.reason })
    const week = await findWeekSheet(tx, actor, params)
    return { body: week, version: week.version }
  })
}
