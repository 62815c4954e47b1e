import * as workList from './work-list.ts'
import * as caseSettings from './case-settings.ts'
import * as projects from './projects.ts'
import * as extranetIdentity from './extranet-identity.ts'
import * as dialogue from './dialogue.ts'
import * as contacts from './contacts.ts'
import * as apiTokens from './api-tokens.ts'
import * as agreements from './agreements.ts'
import * as attachments from './attachments.ts'
import * as cases from './cases.ts'
import * as customers from './customers.ts'
import * as extranetCases from './extranet-cases.ts'
import * as identity from './identity.ts'
import * as notices from './notices.ts'
import * as operations from './operations.ts'
import { isRoute, type Route } from './route.ts'
import * as settings from './settings.ts'
import * as staff from './staff.ts'
import * as time from './time.ts'

const modules: object[] = [
  workList,
  caseSettings,
  projects,
  extranetIdentity,
  dialogue,
  contacts,
  apiTokens,
  agreements,
  attachments,
  cases,
  customers,
  extranetCases,
  identity,
  notices,
  operations,
  settings,
  staff,
  time,
]

/** Every route of the public API by its name, which is its `operationId`. */
export const routes: ReadonlyMap<string, Route> = new Map(
  modules.flatMap((module) => Object.entries(module).filter((entry): entry is [string, Route] => isRoute(entry[1]))),
)
