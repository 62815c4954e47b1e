import { formatMinutes } from '@timedesk/domain/time/format-minutes'
import type { AgreementNews, Units } from '../../platform/mail/texts/agreement-news.ts'
import { priceText } from '../../platform/read-rate.ts'
import type { Reading } from './find-readers.ts'

/** News as facts that read alone: units as hours and minutes, a number of cases, or an amount. */
export function factsOf({ kind, ...facts }: AgreementNews): Record<string, string> {
  const entries = Object.entries<string | number | Units | null>(facts)
  return Object.fromEntries(entries.flatMap(([name, fact]) => (fact === null ? [] : [[name, textOf(fact)]])))
}

/** News as the customer's people may see them: without the units that are not shown to them. */
export function shownTo({ showsBalances, showsMoney }: Reading, news: AgreementNews): AgreementNews {
  const isShown = (units: Units | null) => units !== null && showsBalances && (units.unit !== 'money' || showsMoney)
  if (news.kind === 'expiry') return isShown(news.available) ? news : { ...news, available: null }
  if (news.kind === 'expired') return isShown(news.units) ? news : { ...news, units: null }
  return news
}

function textOf(fact: string | number | Units): string {
  if (typeof fact !== 'object') return String(fact)
  if (fact.unit === 'minutes') return formatMinutes(fact.count)
  return fact.unit === 'money' ? priceText(fact.count, fact.currency) : String(fact.count)
}
