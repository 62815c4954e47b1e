import type { RehearsedChange } from '@timedesk/contracts/rehearsals'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../../platform/db/database.ts'
import { rehearsedCalendar } from '../../settings/calendar-of-draft.ts'
import { loadCalendars } from '../../settings/load-calendars.ts'
import { readHistories } from '../clock-ground.ts'
import { policiesWith } from '../drafted-policies.ts'
import { findPolicyAgreements, findPolicyGrounds } from '../policy-ground.ts'
import { requirePolicyReferences } from '../policy-references.ts'
import { findPolicyTerms } from '../policy-rows.ts'
import { withDraftedAgreement } from '../preview-service-policy.ts'
import { replayClocks, type Terms } from './replay-clocks.ts'
import type { Replay, Window } from './replay.ts'

type ClockChange = Extract<RehearsedChange, { kind: 'policy' | 'calendar' }>

/** What a drafted policy or calendar would have made of the clocks of past cases. */
export async function rehearseClocks(reader: Reader, change: ClockChange, window: Window): Promise<Replay> {
  const { caseIds, now } = window
  const [facts, grounds, policies, agreements, calendars] = await Promise.all([
    readHistories(reader, caseIds),
    findPolicyGrounds(reader, Prisma.sql`c.id = ANY(${[...caseIds]}::uuid[])`, 'anew'),
    findPolicyTerms(reader),
    findPolicyAgreements(reader, now),
    loadCalendars(reader),
  ])
  const asIs = { policies, agreements, calendars }
  const draft = await draftedTerms(reader, change, asIs, now)
  const cases = grounds.map((ground) => ({ ground, facts: facts.get(ground.id) ?? [] }))
  return replayClocks(cases, asIs, draft, now)
}

async function draftedTerms(reader: Reader, change: ClockChange, asIs: Terms, now: Date): Promise<Terms> {
  if (change.kind === 'calendar') {
    const { calendarId, calendar } = change
    const drafted = await rehearsedCalendar(reader, { ...calendar, calendarId }, now)
    return { ...asIs, calendars: new Map([...asIs.calendars, [calendarId, drafted]]) }
  }
  await requirePolicyReferences(reader, change.policy, '/body/change/policy')
  return {
    ...asIs,
    policies: await policiesWith(reader, asIs.policies, change),
    agreements: await withDraftedAgreement(reader, [...asIs.agreements], change.policy.agreementId, now),
  }
}
