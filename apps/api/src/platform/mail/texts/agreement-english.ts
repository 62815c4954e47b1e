import type { Telling, Wordings } from './agreement-news.ts'

const of = ({ heading, customer }: Telling) => `the agreement “${heading}” of ${customer}`

export const english: Wordings = {
  threshold: ({ pool, percent, available, granted }, telling) => ({
    subject: `${telling.customer}: ${String(percent)} % of ${pool} is used`,
    lines: [`${telling.units(available)} of ${telling.units(granted)} is left on ${pool} in ${of(telling)}.`],
  }),
  empty: ({ pool, granted }, telling) => ({
    subject: `${telling.customer}: ${pool} is used up`,
    lines: [`Nothing of ${telling.units(granted)} is left on ${pool} in ${of(telling)}.`],
  }),
  expiry: ({ pool, expiresOn, available }, telling) => ({
    subject: `${telling.customer}: ${pool} expires on ${telling.day(expiresOn)}`,
    lines: [
      `${pool} in ${of(telling)} can be used until ${telling.day(expiresOn)}; what is left expires then.`,
      ...(available === null ? [] : [`Left today: ${telling.units(available)}.`]),
    ],
  }),
  expired: ({ pool, expiresOn, units }, telling) => ({
    subject: `${telling.customer}: ${pool} has expired`,
    lines: [
      `${pool} in ${of(telling)} could be used until ${telling.day(expiresOn)}.`,
      ...(units === null ? [] : [`Expired: ${telling.units(units)}.`]),
    ],
  }),
  notice: ({ validTo, noticeBy, renewsTo }, telling) => ({
    subject: `“${telling.heading}” renews itself after ${telling.day(validTo)}`,
    lines: [
      `The present term of ${of(telling)} ends on ${telling.day(validTo)}.`,
      `Unless notice is given by ${telling.day(noticeBy)}, it goes on until ${telling.day(renewsTo)}.`,
    ],
  }),
  renewed: ({ from, validTo }, telling) => ({
    subject: `“${telling.heading}” has been renewed`,
    lines: [`A new term of ${of(telling)} runs from ${telling.day(from)} until ${telling.day(validTo)}.`],
  }),
  ended: ({ lastDay }, telling) => ({
    subject: `${telling.customer}: “${telling.heading}” has ended`,
    lines: [`The last day of ${of(telling)} was ${telling.day(lastDay)}. It does not cover later work.`],
  }),
  price_change: ({ line, oldPrice, newPrice, validFrom, index }, telling) => ({
    subject: `New price of ${line} from ${telling.day(validFrom)}`,
    lines: [
      `The price of “${line}” in ${of(telling)} is adjusted from ${oldPrice} to ${newPrice}, without VAT.`,
      `The new price holds for periods that begin on or after ${telling.day(validFrom)}.`,
      `The adjustment follows the index: ${index}.`,
    ],
  }),
}
