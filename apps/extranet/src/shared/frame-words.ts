import { wordsHook, type Translation } from './words.ts'

const english = {
  home: 'Home',
  cases: 'Cases',
  report: 'Report a case',
  colleagues: 'Colleagues',
  agreements: 'Agreements',
  invoices: 'Invoices',
  profile: 'Your profile',
  somethingMissing: 'This page does not exist',
  somethingMissingText: 'The address may be wrong, or the page has moved.',
  toHome: 'Go to the start page',
  pageFailed: 'The page could not be shown',
  pageFailedText: 'Load it again. What you wrote and did not send is kept on this device.',
  closeNotice: 'Close the message',
  keysHome: 'Go to the start page',
  keysCases: 'Go to the cases',
  keysReport: 'Report a case',
  keysAgreements: 'Go to the agreements',
  keysInvoices: 'Go to the invoices',
}

const danish: Translation<typeof english> = {
  home: 'Forside',
  cases: 'Sager',
  report: 'Opret sag',
  colleagues: 'Kolleger',
  agreements: 'Aftaler',
  invoices: 'Fakturaer',
  profile: 'Din profil',
  somethingMissing: 'Siden findes ikke',
  somethingMissingText: 'Adressen kan være forkert, eller siden er flyttet.',
  toHome: 'Gå til forsiden',
  pageFailed: 'Siden kunne ikke vises',
  pageFailedText: 'Hent den igen. Det, du har skrevet og ikke sendt, er gemt på denne enhed.',
  closeNotice: 'Luk beskeden',
  keysHome: 'Gå til forsiden',
  keysCases: 'Gå til sagerne',
  keysReport: 'Opret en sag',
  keysAgreements: 'Gå til aftalerne',
  keysInvoices: 'Gå til fakturaerne',
}

export const useFrameWords = wordsHook('frame', { en: english, da: danish })
