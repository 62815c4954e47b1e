import { factorText } from '@timedesk/domain/money/factor'
import type { Format } from '@timedesk/ui/format'

import type { UnitWording } from '../../cover/use-units.ts'
import type { Words } from '../../create-words.ts'
import type { Example } from './example.ts'
import type { previewEnglish } from './preview-texts.ts'

/** An example in words: what happens, what comes of it, and what to do where nothing can come of it. */
export type WordedExample = { what: string; result: string; hint: string | null }

export type ExampleTools = {
  words: Words<typeof previewEnglish>
  units: UnitWording
  format: Format
  currency: string
  /** The weekday of a calendar day, as a sentence begins with it. */
  weekday: (day: string) => string
}

type Of<Kind extends Example['kind']> = Extract<Example, { kind: Kind }>

/** Words what terms mean in money, in the reader's language. */
export function wordExample(example: Example, tools: ExampleTools): WordedExample {
  const { words } = tools
  switch (example.kind) {
    case 'work':
      return wordWork(example, tools)
    case 'together': {
      const { worked, scope } = example
      const list = words('and', { list: worked.slice(0, -1).join(', '), last: worked.at(-1) ?? 0 })
      const minutes = worked.reduce((sum, some) => sum + some, 0)
      return { ...wordChain({ ...example, minutes }, tools), what: words(`together_${scope}`, { list }) }
    }
    case 'clock':
      return wordClock(example, tools)
    case 'unit_price':
      return plain(words('voucher'), words(`price_${example.unit}`, priceOf(example, tools)))
    case 'draw':
      return wordDraw(example, tools)
    case 'charge':
      return wordCharge(example, tools)
    case 'quota':
      return plain(words('included'), wordQuota(example, tools))
    case 'rollover':
      return plain(words('rollover'), wordRollover(example, tools))
    case 'overage':
      return example.amount === null
        ? withoutPrice(words('overage'), tools)
        : plain(words('overage'), words(`overage_${example.policy}`, { amount: money(example.amount, tools) }))
    case 'not_billable':
      return plain(words('notBillable'), words('notBillableResult'))
  }
}

function wordWork(example: Of<'work'>, tools: ExampleTools): WordedExample {
  return { ...wordChain(example, tools), what: whatOf(example, tools) }
}

function whatOf({ who }: { who: string | null }, { words }: ExampleTools): string {
  return who === null ? words('entry') : words('entryBy', { who })
}

type Chain = { minutes: number; billable: number; amount: number | null }

function wordChain({ minutes, billable, amount }: Chain, tools: ExampleTools): WordedExample {
  const { words } = tools
  const values = { worked: words('min', { count: minutes }), billable: words('min', { count: billable }) }
  if (amount === null) return withoutPrice('', tools, words('chain', { ...values, amount: words('noPrice') }))
  return plain('', words('chain', { ...values, amount: money(amount, tools) }))
}

function wordClock(example: Of<'clock'>, tools: ExampleTools): WordedExample {
  const { words, format, units, currency } = tools
  const { from, to, isSuggested, amount } = example
  const day = example.name ?? tools.weekday(example.day)
  const what = words('clock', { day, from, to })
  const parts = example.parts
    .map(({ minutes, factorPermille }) =>
      words('clockPart', { minutes: format.minutes(minutes), factor: format.factor(factorText(factorPermille)) }),
    )
    .join(words('plus'))
  if (example.units !== null) {
    const taken = units.long(example.units, { unit: example.unit, currency })
    return plain(what, words(isSuggested ? 'clockSuggestedUnits' : 'clockUnits', { parts, units: taken }))
  }
  if (amount === null) return withoutPrice(what, tools)
  return plain(what, words(isSuggested ? 'clockSuggested' : 'clockAmount', { parts, amount: money(amount, tools) }))
}

function wordDraw(example: Of<'draw'>, tools: ExampleTools): WordedExample {
  const { words, units, currency } = tools
  const { unit } = example
  const what = whatOf(example, tools)
  const values = {
    worked: words('min', { count: example.minutes }),
    billable: words('min', { count: example.billable }),
  }
  if (unit === 'unlimited') return plain(what, words('drawUnlimited', values))
  const taken = {
    units: units.short(example.units, { unit, currency }),
    of: units.long(example.of, { unit, currency }),
  }
  return plain(what, unit === 'cases' ? words('drawCase', taken) : words('draw', { ...values, ...taken }))
}

function wordCharge({ line, first, then }: Of<'charge'>, tools: ExampleTools): WordedExample {
  const { words, format } = tools
  const what = line === '' ? words('charge') : line
  const day = format.workDate(first.dueOn)
  const amount = money(first.amount, tools)
  if (then === null) return plain(what, words('chargeOnce', { first: amount, day }))
  const regular = { amount: money(then.amount, tools), period: words(`period_${then.period}`), day }
  if (first.chargedDays === first.wholeDays) return plain(what, words('chargeWhole', regular))
  const part = { first: amount, charged: first.chargedDays, whole: first.wholeDays }
  return plain(what, words('chargePart', { ...regular, ...part }))
}

function wordQuota({ unit, units: count, period, hourPrice }: Of<'quota'>, tools: ExampleTools): string {
  const { words, units, currency } = tools
  if (unit !== 'minutes' && unit !== 'cases') return words('quota_unlimited')
  const values = { units: units.long(count, { unit, currency }), period: words(`period_${period}`) }
  return hourPrice === null
    ? words('quotaUnpriced', values)
    : words(`quota_${unit}`, { ...values, price: money(hourPrice, tools) })
}

function wordRollover({ unit, periods, max }: Of<'rollover'>, { words, units, currency }: ExampleTools): string {
  if (max === null) return words('rolloverAll', { count: periods })
  return words('rolloverMax', { count: periods, max: units.long(max, { unit, currency }) })
}

function priceOf({ price, of }: Of<'unit_price'>, tools: ExampleTools) {
  return { price: money(price, tools), of: money(of, tools) }
}

function money(minor: number, { format, currency }: ExampleTools): string {
  return format.minor(minor, currency)
}

function plain(what: string, result: string): WordedExample {
  return { what, result, hint: null }
}

function withoutPrice(what: string, { words }: ExampleTools, result = words('noPrice')): WordedExample {
  return { what, result, hint: words('noPriceHint') }
}
