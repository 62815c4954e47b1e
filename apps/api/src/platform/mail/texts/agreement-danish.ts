import type { Telling, Wordings } from './agreement-news.ts'

const of = ({ heading, customer }: Telling) => `aftalen »${heading}« med ${customer}`

export const danish: Wordings = {
  threshold: ({ pool, percent, available, granted }, telling) => ({
    subject: `${telling.customer}: ${String(percent)} % af ${pool} er brugt`,
    lines: [`Der er ${telling.units(available)} af ${telling.units(granted)} tilbage på ${pool} i ${of(telling)}.`],
  }),
  empty: ({ pool, granted }, telling) => ({
    subject: `${telling.customer}: ${pool} er brugt op`,
    lines: [`Der er intet tilbage af ${telling.units(granted)} på ${pool} i ${of(telling)}.`],
  }),
  expiry: ({ pool, expiresOn, available }, telling) => ({
    subject: `${telling.customer}: ${pool} udløber ${telling.day(expiresOn)}`,
    lines: [
      `${pool} i ${of(telling)} kan bruges til og med ${telling.day(expiresOn)}; derefter udløber resten.`,
      ...(available === null ? [] : [`Tilbage i dag: ${telling.units(available)}.`]),
    ],
  }),
  expired: ({ pool, expiresOn, units }, telling) => ({
    subject: `${telling.customer}: ${pool} er udløbet`,
    lines: [
      `${pool} i ${of(telling)} kunne bruges til og med ${telling.day(expiresOn)}.`,
      ...(units === null ? [] : [`Udløbet: ${telling.units(units)}.`]),
    ],
  }),
  notice: ({ validTo, noticeBy, renewsTo }, telling) => ({
    subject: `»${telling.heading}« fornyes efter ${telling.day(validTo)}`,
    lines: [
      `Den nuværende periode i ${of(telling)} slutter ${telling.day(validTo)}.`,
      `Bliver aftalen ikke opsagt senest ${telling.day(noticeBy)}, fortsætter den til og med ${telling.day(renewsTo)}.`,
    ],
  }),
  renewed: ({ from, validTo }, telling) => ({
    subject: `»${telling.heading}« er fornyet`,
    lines: [`En ny periode i ${of(telling)} løber fra ${telling.day(from)} til og med ${telling.day(validTo)}.`],
  }),
  ended: ({ lastDay }, telling) => ({
    subject: `${telling.customer}: »${telling.heading}« er ophørt`,
    lines: [`Sidste dag i ${of(telling)} var ${telling.day(lastDay)}. Den dækker ikke senere arbejde.`],
  }),
  price_change: ({ line, oldPrice, newPrice, validFrom, index }, telling) => ({
    subject: `Ny pris på ${line} fra ${telling.day(validFrom)}`,
    lines: [
      `Prisen på »${line}« i ${of(telling)} reguleres fra ${oldPrice} til ${newPrice}, uden moms.`,
      `Den nye pris gælder for perioder, der begynder ${telling.day(validFrom)} eller senere.`,
      `Reguleringen følger indekset: ${index}.`,
    ],
  }),
}
