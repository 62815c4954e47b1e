import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textVariables } from '@timedesk/contracts/texts'
import { escapeMarkdown } from './escape-markdown.ts'
import { fillIn, partsOf, unknownVariables } from './template.ts'
import { textFor, textValues, type TextGround } from './values.ts'

const ground: TextGround = {
  number: 1042,
  subject: 'Cannot *print* [here](http://evil.example)',
  link: 'https://desk.example/extranet/cases/1042',
  dueAt: new Date('2026-07-01T12:30:00Z'),
  customerName: 'Nordlys Software',
  contactName: 'Anna Berg',
  agentName: 'Mads Holm',
  companyName: 'Fjord Support',
  timeZone: 'Europe/Copenhagen',
  now: new Date('2026-06-30T22:15:00Z'),
}
const values = textValues(ground, 'en')

test.for([
  ['{{case.number}}', '1042'],
  ['{{ case.number }}', '1042'],
  ['{{case.link}}', 'https://desk.example/extranet/cases/1042'],
  ['{{case.due}}', '1 July 2026 at 14:30'],
  ['{{today}}', '1 July 2026'],
  ['Dear {{contact.firstName}} ({{contact.name}}) of {{customer.name}},', 'Dear Anna (Anna Berg) of Nordlys Software,'],
  ['{{agent.firstName}} {{agent.name}}, {{company.name}}', 'Mads Mads Holm, Fjord Support'],
  ['{{case.subject}}', String.raw`Cannot \*print\* \[here\](http\://evil.example)`],
  ['{{case.number', '{{case.number'],
  ['{ {case.number} }', '{ {case.number} }'],
  ['{{{case.number}}}', '{1042}'],
  ['', ''],
] as const)('%j is filled in as %j', ([template, filled]) => {
  expect(fillIn(template, values)).toBe(filled)
})

test('a day and a moment are told in the words of the language', () => {
  expect(textValues(ground, 'da')).toMatchObject({ today: '1. juli 2026', 'case.due': '1. juli 2026 kl. 14.30' })
  expect(textValues({ ...ground, dueAt: null }, 'da')['case.due']).toBe('ingen frist')
})

test('without a contact the customer is addressed, and without a person the company speaks', () => {
  const alone = textValues({ ...ground, contactName: null, agentName: null }, 'en')
  expect(alone).toMatchObject({ 'contact.name': 'Nordlys Software', 'contact.firstName': 'Nordlys Software' })
  expect(alone).toMatchObject({ 'agent.name': 'Fjord Support', 'agent.firstName': 'Fjord Support' })
})

test('what nobody knows is named once each, as it was written', () => {
  const template = '{{case.numbr}} {{today}} {{case.numbr}} {{ customer }} {{}} {{constructor}}'
  expect(unknownVariables(template)).toEqual(['case.numbr', ' customer ', '', 'constructor'])
  expect(fillIn('{{case.numbr}} {{constructor}}', values)).toBe('{{case.numbr}} {{constructor}}')
  expect(unknownVariables(textVariables.map((name) => `{{${name}}}`).join(' '))).toEqual([])
})

test('parts put together again are the template', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('{{', '}}', '{', 'today', '\n'))), (pieces) => {
      const template = pieces.join('')
      const again = partsOf(template).map((part) => (part.kind === 'words' ? part.words : `{{${part.name}}}`))
      expect(again.join('')).toBe(template)
    }),
  )
})

test('a value is never read as a variable', () => {
  const sly = textValues({ ...ground, subject: '{{customer.name}}' }, 'en')
  expect(fillIn('{{case.subject}}', sly)).toBe('{{customer.name}}')
})

test.for([
  ['# urgent', String.raw`\# urgent`],
  ['- one', String.raw`\- one`],
  ['12. item', String.raw`12\. item`],
  ['a <b>bold</b> & co', String.raw`a \<b\>bold\</b\> \& co`],
  ['line\nbreak\t here ', 'line break here'],
  ['anna@nordlys.example', String.raw`anna\@nordlys.example`],
  ['www.evil.example', String.raw`www\.evil.example`],
  ['Berg-Holm A/S (DK)', 'Berg-Holm A/S (DK)'],
] as const)('%j is kept from being Markdown as %j', ([value, escaped]) => {
  expect(escapeMarkdown(value)).toBe(escaped)
})

test.for([
  [{ en: 'Hello', da: 'Hej' }, 'da', { language: 'da', text: 'Hej' }],
  [{ en: 'Hello', da: ' ' }, 'da', { language: 'en', text: 'Hello' }],
  [{ en: '', da: 'Hej' }, 'en', { language: 'da', text: 'Hej' }],
  [{ en: 'Hello', da: '' }, 'en', { language: 'en', text: 'Hello' }],
] as const)('of %j a reader of %s gets %j', ([texts, language, picked]) => {
  expect(textFor(texts, language)).toEqual(picked)
})
