import type { RouteModule } from './platform/http/serve.ts'
import { timeRoutes } from './time/time.routes.ts'
import { departmentRoutes } from './staff/departments.routes.ts'

/** The routes of the public API, for staff sessions and API tokens. */
export const staffModules: RouteModule[] = [timeRoutes, departmentRoutes]

/** The routes of the customers' API, for contact sessions. */
export const extranetModules: RouteModule[] = []
