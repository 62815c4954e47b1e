import type { Translation } from '../../shared/words.ts'
import type { colleaguesEnglish } from './colleagues-english.ts'

export const colleaguesDanish: Translation<typeof colleaguesEnglish> = {
  title: 'Kolleger',
  text: 'Dem hos {{customer}}, der kan bruge stedet her. Skriv til os, når nogen kommer eller går.',
  inactive: 'Har ikke adgang længere',
  none: 'Ingen andre har adgang endnu.',
  you: 'dig',
  notForYou: 'Kun ledere ser deres kolleger her.',
}
