import type { TimelineItem } from '@timedesk/contracts/dialogue'

export type TimeItem = Extract<TimelineItem, { kind: 'time' }>
export type EventItem = Extract<TimelineItem, { kind: 'event' }>

/** What stands as one in the log: an item with the time that came with it, or what a machine changed in one go. */
export type LogRow =
  | { kind: 'item'; id: string; item: TimelineItem; time: TimeItem[] }
  | { kind: 'machine'; id: string; name: string; events: EventItem[] }

const MACHINES: readonly string[] = ['system', 'token', 'import']

/** From so many on, changes of one machine stand behind a line of their own. */
const GROUP_MIN = 2

/**
 * The log as it is shown. Time that was registered with a message stands in that message, and changes that a rule or
 * another machine made one after the other stand as one; none of these is joined over the place where the new begins.
 */
export function toLogRows(items: readonly TimelineItem[], firstNewId: string | undefined): LogRow[] {
  const rows: LogRow[] = []
  for (const { item, time } of withTheirTime(items)) {
    const last = rows.at(-1)
    if (item.kind === 'event' && last?.kind === 'machine' && isOf(item, last) && item.id !== firstNewId) {
      last.events.push(item)
    } else if (item.kind === 'event' && MACHINES.includes(item.author.kind)) {
      rows.push({ kind: 'machine', id: item.id, name: item.author.name, events: [item] })
    } else {
      rows.push({ kind: 'item', id: item.id, item, time })
    }
  }
  return rows.flatMap((row) =>
    row.kind === 'machine' && row.events.length < GROUP_MIN ? row.events.map(alone) : [row],
  )
}

/** An event that says no more than the message or the time beside it is left out. */
export function withoutDoubles(items: readonly TimelineItem[]): TimelineItem[] {
  const shown = new Set(items.flatMap((item) => (item.kind === 'time' ? [item.entry.id] : [item.id])))
  return items.filter((item) => {
    if (item.kind !== 'event') return true
    const { event } = item
    if (event.type === 'reply.posted') return !shown.has(event.replyId)
    if (event.type === 'note.written') return !shown.has(event.noteId)
    return event.type !== 'time.registered' || !shown.has(event.entryId)
  })
}

/** The first item that is new to somebody who saw the case until then; what they did themselves is not. */
export function firstNew(
  items: readonly TimelineItem[],
  readUntil: string | null,
  myId: string,
): TimelineItem | undefined {
  if (readUntil === null) return undefined
  return items.find((item) => item.at > readUntil && authorOf(item) !== myId)
}

function alone(item: EventItem): LogRow {
  return { kind: 'item', id: item.id, item, time: [] }
}

function isOf({ author }: EventItem, { name, events }: Extract<LogRow, { kind: 'machine' }>): boolean {
  return author.name === name && author.kind === events[0]?.author.kind
}

function withTheirTime(items: readonly TimelineItem[]): { item: TimelineItem; time: TimeItem[] }[] {
  const messages = new Set(items.filter(({ kind }) => kind === 'reply' || kind === 'note').map(({ id }) => id))
  const within = (item: TimelineItem): item is TimeItem & { messageId: string } =>
    item.kind === 'time' && item.messageId !== null && messages.has(item.messageId)
  const times = Map.groupBy(items.filter(within), ({ messageId }) => messageId)
  return items.filter((item) => !within(item)).map((item) => ({ item, time: times.get(item.id) ?? [] }))
}

function authorOf(item: TimelineItem): string | null {
  return item.kind === 'time' ? item.entry.employee.id : item.author.id
}
