import type { DemoCannedText } from '../desk-shape.ts'
import { idOf } from '../make-id.ts'
import { departmentId, employeeId } from '../staff.ts'

const rows = {
  thanks: {
    name: 'Thank you, we look at it',
    shortcut: 'thanks',
    en: 'Dear {{contact.firstName}},\n\nthank you, we look at it now and come back to you.\n\nKind regards\n{{agent.firstName}}',
    da: 'Kære {{contact.firstName}}\n\nTak, vi ser på det nu og vender tilbage.\n\nVenlig hilsen\n{{agent.firstName}}',
  },
  reminder: {
    name: 'Reminder of our question',
    shortcut: 'reminder',
    en: 'Dear {{contact.firstName}},\n\nwe still wait for your answer to #{{case.number}}. You find our question here: {{case.link}}',
    da: 'Kære {{contact.firstName}}\n\nVi venter stadig på dit svar på #{{case.number}}. Du finder vores spørgsmål her: {{case.link}}',
  },
  version: {
    name: 'Which version?',
    shortcut: 'version',
    en: 'Which version do you use? You see it under *Help → About*.',
    da: 'Hvilken version bruger I? Du ser den under *Hjælp → Om*.',
  },
  solved: {
    name: 'Please confirm that it works',
    shortcut: 'confirm',
    en: 'It should work now. Could you try once more, {{contact.firstName}}, and tell us?',
    da: 'Det skulle virke nu. Vil du prøve igen, {{contact.firstName}}, og sige til?',
  },
} as const
export const cannedTextId = (key: keyof typeof rows) => idOf(`canned text ${key}`)

const shared = { scope: 'everyone', ownerId: null, departmentId: null } as const

export const cannedTexts: DemoCannedText[] = [
  ...Object.entries(rows).map(([key, { name, shortcut, en, da }]) => ({
    ...shared,
    id: cannedTextId(key as keyof typeof rows),
    name,
    shortcut,
    texts: { en, da },
  })),
  {
    ...shared,
    id: idOf('canned text window'),
    name: 'Service window',
    shortcut: 'window',
    scope: 'department',
    departmentId: departmentId('hosting'),
    texts: {
      en: 'We do this in our service window on Thursday between 20:00 and 22:00. Your servers are away for up to ten minutes.',
      da: 'Vi gør det i vores servicevindue torsdag mellem 20.00 og 22.00. Jeres servere er væk i op til ti minutter.',
    },
  },
  {
    ...shared,
    id: idOf('canned text call'),
    name: 'I tried to call',
    shortcut: 'called',
    scope: 'private',
    ownerId: employeeId('mette'),
    texts: { en: 'I tried to reach you on the phone just now. When does it suit you?', da: '' },
  },
]
