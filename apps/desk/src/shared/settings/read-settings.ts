import { listCaseStatuses, listCaseTypes, listPriorities } from '@timedesk/contracts/case-settings'
import { PAGE_SIZE_MAX } from '@timedesk/contracts/limits'
import { listPriceClasses, listRateCards } from '@timedesk/contracts/pricing'
import { listServiceCalendars } from '@timedesk/contracts/service-calendars'
import { listActivityTypes } from '@timedesk/contracts/settings'
import { listDepartments } from '@timedesk/contracts/staff'

import { client } from '../client.ts'

/** All case types, in their order. */
export async function readCaseTypes(signal: AbortSignal) {
  return (await client.call(listCaseTypes, { signal })).data
}

/** All priorities, in their order. */
export async function readPriorities(signal: AbortSignal) {
  return (await client.call(listPriorities, { signal })).data
}

/** All statuses, in their order. */
export async function readStatuses(signal: AbortSignal) {
  return (await client.call(listCaseStatuses, { signal })).data
}

/** All activity types, in their order. */
export async function readActivityTypes(signal: AbortSignal) {
  return (await client.call(listActivityTypes, { signal })).data
}

/** All price classes, in their order. */
export async function readPriceClasses(signal: AbortSignal) {
  return (await client.call(listPriceClasses, { signal })).data
}

/** All service calendars, by name. */
export async function readServiceCalendars(signal: AbortSignal) {
  return (await client.call(listServiceCalendars, { signal })).data
}

/** All rate cards, by name. */
export async function readRateCards(signal: AbortSignal) {
  return (await client.call(listRateCards, { signal })).data
}

/** All departments, page after page. */
export async function readDepartments(signal: AbortSignal) {
  return Array.fromAsync(client.items(listDepartments, { query: { limit: PAGE_SIZE_MAX }, signal }))
}
