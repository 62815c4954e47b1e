import { plainText } from '@timedesk/domain/text/plain-text'
import type { DemoCaseWork, DemoChecklistItem } from '../desk-shape.ts'
import { fillFields, isSecurityRelevant } from '../fields/fill-fields.ts'
import { makeId } from '../make-id.ts'
import { createRandom, seedOf } from '../random.ts'
import type { Random } from '../random.ts'
import { typeKeysUpFrom } from '../settings.ts'
import type { DemoCase, DemoHappening } from '../shape.ts'
import { checklistTemplates } from '../workflow/checklists.ts'
import { statusId } from '../workflow/statuses.ts'

const RESOLUTION_LENGTH_MAX = 400
const TICK_MS = 4000
const SECURITY_TAG = 'security'
const ESTIMATED_SHARE = 0.4

type Told = Omit<DemoCase, 'number'>
type Bare = Omit<Told, keyof DemoCaseWork>

/** What people filled in, ticked and wrote down beside the dialogue. */
export function withDeskWork(cases: readonly Bare[], now: Date): Told[] {
  return cases.map((one) => deskWork(one, now))
}

function deskWork(one: Bare, now: Date): Told {
  const random = createRandom(seedOf(`desk work ${one.id}`))
  const fields = fillFields(one, random)
  const checklist = checklistOf(one, random)
  const isSolved = isDone(one.happenings)
  const tags = isSecurityRelevant(fields) && !one.tags.includes(SECURITY_TAG) ? [...one.tags, SECURITY_TAG] : one.tags
  return {
    ...one,
    tags,
    fields,
    resolution: isSolved ? resolutionOf(one) : '',
    estimateMinutes: random.chance(ESTIMATED_SHARE) ? random.pick([15, 30, 30, 45, 60, 90, 120, 240]) : null,
    templateId: null,
    checklist,
    happenings: checklist === null ? one.happenings : withTicks(one.happenings, checklist.items, now),
  }
}

function isDone(happenings: readonly DemoHappening[]): boolean {
  const status = statusNow(happenings)
  return status === statusId('solved') || status === statusId('closed')
}

function statusNow(happenings: readonly DemoHappening[]): string {
  const last = happenings.findLast((it) => 'statusId' in it)
  return last !== undefined && 'statusId' in last ? last.statusId : statusId('new')
}

/** The last word of the staff, which is what the customer was told. */
function resolutionOf({ happenings }: Bare): string {
  const last = happenings.findLast((it) => it.kind === 'reply' && it.actor.kind === 'employee')
  const words = last?.kind === 'reply' ? plainText(last.body) : 'Settled on the phone.'
  return words.length > RESOLUTION_LENGTH_MAX ? `${words.slice(0, RESOLUTION_LENGTH_MAX)}…` : words
}

function checklistOf({ typeId, happenings }: Bare, random: Random): DemoCaseWork['checklist'] {
  const types = typeKeysUpFrom(typeId)
  const template = checklistTemplates.find(({ typeIds }) => typeIds.some((id) => types.some((key) => isType(id, key))))
  if (template === undefined) return null
  const at = happenings[0]?.at.getTime() ?? 0
  const items = template.items.map((item): DemoChecklistItem => ({ ...item, id: makeId(at, random) }))
  return { name: template.name, items }
}

function isType(id: string, key: ReturnType<typeof typeKeysUpFrom>[number]): boolean {
  return typeKeysUpFrom(id)[0] === key
}

/** All of them before the case was solved; of a case that is worked on, the first. */
function withTicks(
  happenings: readonly DemoHappening[],
  items: readonly DemoChecklistItem[],
  now: Date,
): DemoHappening[] {
  const place = happenings.findLastIndex((it) => it.actor.kind === 'employee' && it.kind !== 'created' && isQuiet(it))
  const by = happenings[place]
  const ticked = isDone(happenings) ? items : items.slice(0, 1)
  if (by === undefined) return [...happenings]
  const free = (happenings[place + 1]?.at ?? now).getTime() - by.at.getTime()
  const step = Math.min(TICK_MS, Math.floor(free / (ticked.length + 1)))
  if (step < 1) return [...happenings]
  const ticks = ticked.map(({ id, text }, index): DemoHappening => ({
    at: new Date(by.at.getTime() + step * (index + 1)),
    actor: by.actor,
    kind: 'ticked',
    itemId: id,
    text,
  }))
  return [...happenings.slice(0, place + 1), ...ticks, ...happenings.slice(place + 1)]
}

/** After it there is time for something else: time is registered at the moment of its message. */
function isQuiet(it: DemoHappening): boolean {
  return it.kind === 'note' || it.kind === 'time' || it.kind === 'dispatch' || it.kind === 'status'
}
