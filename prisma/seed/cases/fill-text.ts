import type { Random } from '../random.ts'
import type { Slot, Text } from '../scenarios/steps.ts'
import type { Language } from '../shape.ts'
import { clockOf, dayOf } from '../working-time.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const AVERAGE_MONTH_DAYS = 30

export type SlotValues = Readonly<Record<string, string>>

/** One value for each slot. */
export function pickSlots(slots: Readonly<Record<string, Slot>>, random: Random): SlotValues {
  return Object.fromEntries(
    Object.entries(slots).map(([name, slot]) => [
      name,
      'from' in slot ? String(random.between(slot.from, slot.to)) : random.pick(slot),
    ]),
  )
}

/** Fills choices `[[one|another]]`, then slots `{name}`. Throws for a slot without a value. */
export function fillText(text: Text, values: SlotValues, random: Random): string {
  const whole = typeof text === 'string' ? text : text.join('\n\n')
  return whole
    .replace(/\[\[(.*?)\]\]/gu, (_, choices: string) => random.pick(choices.split('|')))
    .replace(/\{([a-zA-Z]\w*)\}/gu, (_, name: string) => {
      const value = values[name]
      if (value === undefined) throw new RangeError(`No value for {${name}}.`)
      return value
    })
}

/** What the calendar said when a case was reported, in words of its language. */
export function calendarSlots(at: number, language: Language): SlotValues {
  const locale = language === 'da' ? 'da-DK' : 'en-GB'
  const say = (moment: number, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'Europe/Copenhagen', ...options }).format(moment)
  const soon = nextWorkday(at + 6 * DAY_MS)
  return {
    week: weekOf(at),
    uge: weekOf(at),
    isoDate: dayOf(at),
    clock: clockOf(at - 25 * 60_000),
    yesterday: language === 'da' ? 'i går' : 'yesterday',
    soon: `${language === 'da' ? 'den ' : ''}${say(soon, { day: 'numeric', month: 'long' })}`,
    prevMonth: say(at - AVERAGE_MONTH_DAYS * DAY_MS, { month: 'long' }),
  }
}

function nextWorkday(at: number): number {
  const weekday = new Date(at).getUTCDay()
  if (weekday === 6) return at + 2 * DAY_MS
  return weekday === 0 ? at + DAY_MS : at
}

/** The number of the ISO week. */
function weekOf(at: number): string {
  const thursday = new Date(at + (3 - ((new Date(at).getUTCDay() + 6) % 7)) * DAY_MS)
  const dayOfYear = (thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / DAY_MS
  return String(Math.floor(dayOfYear / 7) + 1)
}
