import { getDispatchBoard, listBoardPersonCases } from '@timedesk/contracts/dispatch-board'
import type { RouteModule } from '../platform/http/serve.ts'
import { findBoard } from './find-board.ts'
import { findPersonCases } from './find-person-cases.ts'

export const dispatchBoardRoutes: RouteModule = (serve) => {
  serve.read(getDispatchBoard, async ({ reader, actor, now, query }) => ({
    body: await findBoard(reader, actor, now, query),
  }))

  serve.read(listBoardPersonCases, async ({ reader, deps, actor, now, params, query }) => ({
    body: await findPersonCases(reader, deps.paging, actor, now, { ...query, ...params }),
  }))
}
