import type { Translation } from '../../shared/words.ts'
import type { sessionEnglish } from './session-english.ts'

export const sessionDanish: Translation<typeof sessionEnglish> = {
  signIn: 'Log ind',
  signInTitle: 'Velkommen til support',
  signInText: 'Log ind for at oprette en sag eller se, hvor langt vi er.',
  signInToGoOn: 'Log ind for at komme videre til den side, du bad om.',
  email: 'E-mailadresse',
  password: 'Adgangskode',
  forgot: 'Glemt din adgangskode?',
  noAccount: 'Har du ingen konto? Spørg den hos jer, der har kontakten til os, eller skriv til os.',
  passwordIsSet: 'Din adgangskode er gemt. Du kan logge ind med den nu.',
  forgotTitle: 'Glemt din adgangskode?',
  forgotText: 'Skriv din e-mailadresse, så sender vi et link, hvor du kan vælge en ny.',
  sendLink: 'Send linket',
  linkSentTitle: 'Se i din indbakke',
  linkSentText:
    'Hvis {{email}} har en konto her, er et link på vej. Det virker én gang og i begrænset tid. Se også efter i uønsket post, hvis det ikke kommer.',
  otherAddress: 'Brug en anden adresse',
  backToSignIn: 'Tilbage til log ind',
  setTitle: 'Vælg din adgangskode',
  setText: 'Mindst {{length}} tegn. Fire ord i træk er nemme at huske og svære at gætte.',
  newPassword: 'Ny adgangskode',
  repeatPassword: 'Den samme adgangskode igen',
  passwordsDiffer: 'De to er ikke ens.',
  savePassword: 'Gem adgangskoden',
  linkBrokenTitle: 'Linket er ikke helt',
  linkBrokenText: 'Åbn det fra mailen en gang til, eller bed om et nyt.',
  askNewLink: 'Bed om et nyt link',
  showPassword: 'Vis eller skjul adgangskoden',
  language: 'Sprog',
}
