import type { FaultKind } from '@timedesk/client/api-error'
import type { RefusalCode } from '@timedesk/contracts/refusal'
import type { fieldEnglish } from './refusal-words-english.ts'
import type { Translation } from './words.ts'

/** What a person reads when the answer is no. */
export const refusalDanish: Record<RefusalCode | 'fault', string> = {
  invalid_request: 'Noget i formularen er ikke rigtigt. Se på de markerede felter.',
  invalid_cursor: 'Listen er ændret i mellemtiden. Hent den igen fra toppen.',
  unauthenticated: 'Du er logget ud. Log ind igen for at fortsætte.',
  sign_in_failed: 'E-mailadressen eller adgangskoden er ikke rigtig.',
  session_ended: 'Du er blevet logget ud. Log ind igen for at fortsætte.',
  permission_denied: 'Din konto giver ikke adgang til dette.',
  scope_missing: 'Denne måde at logge ind på giver ikke adgang til dette.',
  foreign_origin: 'Forespørgslen kom fra et andet sted og blev stoppet. Åbn siden igen, og prøv en gang til.',
  not_found: 'Vi kan ikke finde det, eller din konto har ikke adgang til det.',
  method_not_allowed: 'Det kan man ikke her. Hent siden igen.',
  conflict: 'Nogen bruger allerede denne værdi. Vælg en anden.',
  request_in_flight: 'Vi arbejder stadig på dit sidste klik. Vent et øjeblik.',
  case_closed: 'Sagen er lukket. Opret en ny sag i stedet.',
  status_move_refused: 'Sagen er kommet videre i mellemtiden. Hent siden for at se, hvor den står.',
  still_in_use: 'Det er stadig i brug og må blive.',
  tree_cycle: 'Det kan ikke ligge under sig selv.',
  reference_refused: 'Et af dine valg findes ikke længere. Vælg igen.',
  attachment_claimed: 'En af filerne hører allerede til en anden besked. Fjern den, og tilføj den igen.',
  agreement_exists: 'Der findes allerede en aftale af denne slags.',
  week_closed: 'Ugen er indsendt eller godkendt. Tag den tilbage først, eller ret registreringen med en korrektion.',
  week_move_refused: 'Ugen kan ikke det nu. Hent den igen for at se dens tilstand.',
  period_locked: 'Bogføringen er lukket til og med den dag. Økonomi kan åbne den igen.',
  lock_refused: 'Bogføringen kan ikke lukkes eller åbnes sådan. Giv en grund, når du flytter en lås tilbage.',
  already_corrected: 'Registreringen er allerede rettet. Ret erstatningen i stedet.',
  correction_refused: 'Registreringen kan ikke rettes på den måde.',
  agreement_state_refused: 'Aftalen kan ikke det i sin nuværende tilstand.',
  settlement_refused: 'Aftalen afregnes på en anden måde.',
  balance_too_low: 'Der er for få enheder tilbage på klippekortet.',
  movement_refused: 'Det kan ikke gøres med klippekortet eller linjen, som den er nu.',
  notice_too_short: 'Varslet er for kort. Vælg en senere dag.',
  nothing_to_decide: 'Der er ikke længere overforbrug på registreringen, der venter på en beslutning.',
  timer_running: 'Et stopur kører allerede.',
  timer_stopped: 'Der kører ikke noget stopur.',
  account_inactive: 'Din konto er ikke aktiv. Bed din leverandør om at åbne den igen.',
  last_administrator: 'Den sidste administrator må blive.',
  import_running: 'Importen kører allerede.',
  secret_refused: 'Linket er allerede brugt, eller det er for gammelt. Bed om et nyt.',
  stale_version: 'Nogen har ændret det i mellemtiden. Hent siden, og prøv igen.',
  body_too_large: 'Det er for stort at sende. Gør det kortere, eller send færre filer.',
  unsupported_media_type: 'Vi kan ikke læse denne slags indhold.',
  password_refused: 'Den adgangskode er for let at gætte. Vælg en længere, for eksempel fire ord i træk.',
  idempotency_key_reused: 'Dette er sendt før med et andet indhold. Hent siden, og prøv igen.',
  file_refused: 'Vi kan ikke tage imod filen. Prøv en anden slags, eller pak den i en zip-fil.',
  mapping_refused: 'Opsætningen passer ikke til filen.',
  invalid_minutes: 'Tiden er ikke gyldig.',
  invalid_money: 'Beløbet er ikke gyldigt.',
  if_match_required: 'Hent siden, og prøv igen.',
  rate_limited: 'Det gik lidt for hurtigt. Vent et øjeblik, og prøv igen.',
  fault: 'Noget gik galt hos os. Det, du har skrevet, er her stadig; prøv igen om lidt.',
  unavailable: 'Vi er ikke klar lige nu. Prøv igen om lidt.',
  storage_full: 'Der er ikke plads til filen lige nu. Fortæl os det uden den.',
}

/** What a person reads when no usable answer came. */
export const faultDanish: Record<FaultKind, string> = {
  network: 'Vi kan ikke nås. Se efter din forbindelse; det, du har skrevet, er her stadig.',
  timeout: 'Det tog for lang tid. Det, du har skrevet, er her stadig; prøv igen.',
  fault: refusalDanish.fault,
  unexpected_answer: 'Denne side er ældre end vores system. Hent den igen.',
}

/** What is wrong with a single field, by the code of the field. */
export const fieldDanish: Translation<typeof fieldEnglish> = {
  missing: 'Udfyld dette felt.',
  too_small: 'Udfyld dette felt.',
  too_big: 'Det er for langt.',
  invalid_format: 'Det ser ikke rigtigt ud.',
  reference_refused: 'Det findes ikke længere. Vælg igen.',
  password_too_short: 'Brug mindst {{length}} tegn.',
  other: 'Det kan ikke bruges, som det er.',
}
