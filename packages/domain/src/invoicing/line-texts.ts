import { formatCaseNumber } from '../helpdesk/case-number.ts'
import type { InvoiceDocument } from './document.ts'
import { cutText, dayText, DESCRIPTION_LENGTH_MAX, legalText, LINE_TEXT_LENGTH_MAX, wordIn } from './invoice-words.ts'
import type { PlannableItem } from './plannable.ts'

type Language = InvoiceDocument['language']

/** What a line for work together is called: its case, its project, or else what it was done under. */
export function workText(item: PlannableItem, language: Language): string {
  const { agreement, project, activityName } = item
  return lineText([caseText(item), project?.name, agreement?.heading, activityName, wordIn(language, 'work')])
}

/** What a line for one item is called; time without a text has that of its activity. */
export function itemText(item: PlannableItem, language: Language): string {
  return lineText([item.text, item.activityName, wordIn(language, item.source === 'time' ? 'work' : 'item')])
}

/** What was done by whom, and day by day what it was about. */
export function describeWork(items: readonly PlannableItem[], language: Language): string {
  const activities = namesIn(items.map(({ activityName }) => activityName))
  const people = namesIn(items.map(({ employeeName }) => employeeName))
  const entries = new Map(items.map((item) => [item.entryId ?? item.sourceId, item]))
  const days = [...entries.values()].map((item) => entryText(item, language))
  return describe([joinNonEmpty([activities, people], ' – '), ...days])
}

/** The description of work without one of its entries, where it is told. */
export function withoutWork(
  description: string,
  language: Language,
  entry: Pick<PlannableItem, 'day' | 'text'>,
): string {
  return `\n${description}\n`.replace(`\n${entryText(entry, language)}\n`, () => '\n').slice(1, -1)
}

function entryText({ day, text }: Pick<PlannableItem, 'day' | 'text'>, language: Language): string {
  return `${dayText(language, day)} ${legalText(text)}`.trim()
}

/** When, what and who of one piece of time, with its case; of other items, the agreement. The rest of a long text. */
export function describeItem(item: PlannableItem, language: Language): string {
  const { source, day, activityName, employeeName, agreement } = item
  const rest = cutLine(item.text) === legalText(item.text) ? '' : legalText(item.text)
  if (source !== 'time') return describe([rest, legalText(agreement?.heading ?? '')])
  const facts = joinNonEmpty([dayText(language, day), legalText(activityName), legalText(employeeName)], ' – ')
  return describe([facts, legalText(caseText(item) ?? ''), rest])
}

function caseText({ case: about }: PlannableItem): string | undefined {
  return about === null ? undefined : `${formatCaseNumber(about.number)} ${about.subject}`
}

function lineText(choices: readonly (string | undefined)[]): string {
  const chosen = choices.find((choice) => choice !== undefined && legalText(choice) !== '')
  return cutLine(chosen ?? '')
}

/** The first line of a text. */
function cutLine(text: string): string {
  const [line = ''] = legalText(text).split(/\r\n|\r|\n/, 1)
  return cutText(line.trimEnd(), LINE_TEXT_LENGTH_MAX)
}

function describe(lines: readonly string[]): string {
  return cutText(joinNonEmpty(lines, '\n'), DESCRIPTION_LENGTH_MAX)
}

function namesIn(names: readonly string[]): string {
  return joinNonEmpty([...new Set(names.map(legalText))], ', ')
}

function joinNonEmpty(parts: readonly string[], by: string): string {
  return parts.filter((part) => part !== '').join(by)
}
