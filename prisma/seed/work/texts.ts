import type { EmployeeKey } from '../staff.ts'

/** What people do when nobody asks: half of the office has no project. */
export const internalTexts: Record<EmployeeKey, readonly string[]> = {
  mette: ['Phones and triage', 'Articles for the knowledge base', 'Team meeting, phones'],
  sofie: ['Telefoner og visitering', 'Artikler til vidensbasen', 'Oplæring i Ledger'],
  jonas: ['One-to-ones', 'Planning of the week', 'Review of open cases'],
  emil: ['Test af næste udgave', 'Teammøde', 'Oprydning i ældre sager'],
  laura: ['Release planning', 'Code review', 'Refinement of the backlog'],
  rasmus: ['Code review', 'Upgrade of the build', 'Team meeting'],
  nikolaj: ['Patching of servers', 'Capacity planning', 'Drill of the restore'],
  karen: ['Invoices and reminders', 'Payroll', 'VAT return', 'Bookkeeping'],
  henrik: ['Customer meetings', 'Board papers', 'Planning of the quarter'],
  admin: ['User administration', 'Monitoring', 'Audit of access rights'],
}

/** Who works on which project, by its name. */
export const projectsOf: Partial<Record<EmployeeKey, readonly string[]>> = {
  jonas: ['Port calls in Planr', 'Montørplan'],
  emil: ['Port calls in Planr', 'Montørplan', 'Grid planning'],
  laura: ['ERP integration', 'Web shop to Ledger', 'Revisoradgang'],
  rasmus: ['Intranet relaunch', 'Cold chain planning', 'Partner pages', 'Selvbetjening for forbrugere'],
  nikolaj: ['Move to our hosting', 'Flytning af filserver'],
}

/** What the customer reads of a project’s task, by its place in the project. */
export const taskTexts = {
  en: [
    ['Workshop and notes', 'Specification', 'Questions from the workshop'],
    ['Development', 'Integration', 'Review and corrections'],
    ['Test with real data', 'Preparation of the release'],
  ],
  da: [
    ['Workshop og referat', 'Specifikation', 'Spørgsmål fra workshoppen'],
    ['Udvikling', 'Integration', 'Gennemgang og rettelser'],
    ['Test med rigtige data', 'Forberedelse af udrulning'],
  ],
} as const
