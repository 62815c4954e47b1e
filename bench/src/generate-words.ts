/** Words that support is about, in Danish and English; joined to others they make compounds, as people write them. */
const STEMS =
  `printer faktura server konto bruger adgang mail netværk kunde løn moms rapport database skærm tastatur licens
  opdatering installation backup firewall router telefon kalender dokument mappe filtype password certifikat domæne hosting
  abonnement betaling ordre lager vare levering kontrakt tilbud kreditnota budget afdeling medarbejder leder sælger projekt
  timeseddel ferie kørsel udlæg bilag bogføring årsrapport revisor skat pension arbejdsplads computer bærbar docking kabel
  strøm batteri mus højttaler kamera møde lokale nøgle alarm adgangskort system modul skabelon formular knap menu felt liste
  søgning filter eksport import integration grænseflade webservice token nøglefil certifikatkæde klient terminal skrivebord
  invoice account customer screen update report printer payroll order license network folder document update meeting
  shipment contract warranty subscription payment reminder statement department employee project ticket queue driver`
    .split(/\s+/u)
    .filter((word) => word !== '')

const ENDINGS = ['', '', 'en', 'er', 'erne', 's', 'ens']

/** What every message is full of. */
const COMMON = `vi har ikke det er på den med til at og i en kan fra når som der jeg siden dag igen men stadig nu efter
  the to is it not we have since and on of this after still when with can please thank you`
  .split(/\s+/u)
  .filter((word) => word !== '')

const SENTENCES = 6_000
const WORDS_PER_SENTENCE = 11
/** Every so many words are of those that every message is full of. */
const COMMON_SHARE = 0.5

/** Numbers from 0 to 1 that are the same in each run. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

/** Sentences of words, a few of them everywhere and most of them in some messages, as in real text. */
export function makeSentences(): string[] {
  const random = createRandom(42)
  // The third power makes the first ones frequent and the last ones rare.
  const pick = (words: readonly string[], power: number) => words[Math.floor(words.length * random() ** power)] ?? ''
  const compound = () => `${pick(STEMS, 1)}${random() < 0.2 ? 's' : ''}${pick(STEMS, 1)}`
  const word = () => {
    if (random() < COMMON_SHARE) return pick(COMMON, 2)
    return `${random() < 0.35 ? compound() : pick(STEMS, 3)}${pick(ENDINGS, 1)}`
  }
  return Array.from({ length: SENTENCES }, () => Array.from({ length: WORDS_PER_SENTENCE }, word).join(' '))
}
