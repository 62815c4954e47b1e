import type { ClockKind } from '@timedesk/contracts/clock-kind'
import type { EventPayload } from '@timedesk/contracts/events'
import type { Language } from '@timedesk/contracts/primitives'

/** What a clock counts down to, as it stands within a sentence. */
const aims: Record<Language, Record<ClockKind, string>> = {
  en: {
    first_response: 'the first answer',
    next_response: 'the next answer',
    resolution: 'the solution',
  },
  da: {
    first_response: 'det første svar',
    next_response: 'det næste svar',
    resolution: 'løsningen',
  },
}

const words: Record<
  Language,
  {
    warned: (share: number, aim: string) => string
    breached: (aim: string) => string
    ran: (rule: string) => string
    closing: (day: string) => string
    solving: (day: string) => string
    back: string
    notSent: string
  }
> = {
  en: {
    warned: (share, aim) => `${String(share)} % of the time for ${aim} has passed`,
    breached: (aim) => `The time for ${aim} has run out`,
    ran: (rule) => `The rule “${rule}” points this case out to you`,
    closing: (day) => `Without an answer from you the case closes by itself on ${day}`,
    solving: (day) => `Without an answer from you the case counts as solved from ${day}`,
    back: 'A case that you had snoozed is back',
    notSent: 'A message of yours was not sent at its time; it is a draft again',
  },
  da: {
    warned: (share, aim) => `${String(share)} % af tiden til ${aim} er gået`,
    breached: (aim) => `Tiden til ${aim} er udløbet`,
    ran: (rule) => `Reglen “${rule}” gør dig opmærksom på sagen`,
    closing: (day) => `Uden et svar fra dig lukker sagen af sig selv den ${day}`,
    solving: (day) => `Uden et svar fra dig anses sagen for løst fra den ${day}`,
    back: 'En sag, du havde udskudt, er tilbage',
    notSent: 'En besked fra dig blev ikke sendt til tiden; den er en kladde igen',
  },
}

/** The headline of what nobody did: time that passed, or a rule that ran; days are the company's. Null: somebody did it. */
export function toldWords(payload: EventPayload, language: Language, timeZone: string): string | null {
  const { warned, breached, ran, closing, solving, back, notSent } = words[language]
  switch (payload.type) {
    case 'clock.warned':
      return warned(payload.share, aims[language][payload.clock])
    case 'clock.breached':
      return breached(aims[language][payload.clock])
    case 'rule.ran':
      return ran(payload.rule)
    case 'case.snooze_ended':
      return back
    case 'message.not_sent':
      return notSent
    case 'case.close_warned': {
      const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(new Date(payload.movesAt))
      return payload.toCategory === 'closed' ? closing(day) : solving(day)
    }
    default:
      return null
  }
}
