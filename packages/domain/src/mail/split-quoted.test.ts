import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitQuoted } from './split-quoted.ts'

const quotes = '> When can you ship it?\n>\n> Mette'

test.for([
  ['English', 'On Thu, 26 Nov 2026 at 10:00, Mette Holm <help@fjordbyte.example> wrote:'],
  ['English, broken', 'On Thu, 26 Nov 2026 at 10:00, Mette Holm\n<help@fjordbyte.example> wrote:'],
  ['Danish', 'Den tors. 26. nov. 2026 kl. 10.00 skrev Mette Holm <help@fjordbyte.example>:'],
  ['Danish, the other way round', 'Mette Holm <help@fjordbyte.example> skrev den 26. november 2026 kl. 10.00:'],
  ['German', 'Am 26.11.2026 um 10:00 schrieb Mette Holm <help@fjordbyte.example>:'],
])('what %s programs put above a quotation goes with it', ([, introduction]) => {
  expect(splitQuoted(`Tomorrow.\n\nKim\n\n${introduction ?? ''}\n\n${quotes}\n`)).toEqual({
    said: 'Tomorrow.\n\nKim',
    quoted: `${introduction ?? ''}\n\n${quotes}`,
  })
})

test.for([
  ['English', 'From: Mette Holm <help@fjordbyte.example>\nSent: 26 November 2026 10:00\nTo: Kim\nSubject: Part'],
  ['Danish', 'Fra: Mette Holm <help@fjordbyte.example>\nSendt: 26. november 2026 10:00\nTil: Kim\nEmne: Reservedel'],
  ['English, bold', '*From:* Mette Holm\n*Date:* Thursday\n*To:* Kim'],
  ['English, in words', '-----Original Message-----\nFrom: Mette Holm'],
  ['Danish, in words', '-----Oprindelig meddelelse-----\nFra: Mette Holm'],
])('a copied head in %s ends what was said', ([, head]) => {
  const quoted = `${head ?? ''}\n\nWhen can you ship it?`

  expect(splitQuoted(`Tomorrow.\r\n\r\n${quoted}`)).toEqual({ said: 'Tomorrow.', quoted })
  const ruled = `________________________________\n${quoted}`
  expect(splitQuoted(`Tomorrow.\n\n${ruled}`)).toEqual({ said: 'Tomorrow.', quoted: ruled })
})

test.for([
  ['no quotation', 'Tomorrow.'],
  ['an answer between the lines', `On 26 Nov 2026 Mette wrote:\n> When?\nTomorrow.\n> How many?\nTwo.`],
  ['nothing but a quotation', quotes],
  ['words that only look like an introduction', 'Our technician wrote:\nthe part is out of stock.'],
  ['a sentence that begins like a head', 'From: here on it is your turn.\nThe part is shipped.'],
  ['a ruler between two parts', 'One\n____________________\nTwo'],
])('a mail with %s is kept whole', ([, text]) => {
  expect(splitQuoted(text ?? '')).toEqual({ said: text, quoted: '' })
})

test('a quotation without introduction is told by its marks', () => {
  expect(splitQuoted(`Tomorrow.\n\n${quotes}\n\n`)).toEqual({ said: 'Tomorrow.', quoted: quotes })
})

test('no line is lost, whatever comes', () => {
  const written = fc.array(
    fc.oneof(fc.constantFrom('', '> quoted', 'From: A', 'Sent: now', 'Den 1. skrev B:', '___________'), fc.string()),
  )
  fc.assert(
    fc.property(written, (given) => {
      const text = given.join('\n')
      const { said, quoted } = splitQuoted(text)
      const wordsOf = (whole: string) => whole.split(/\s+/u).filter((word) => word !== '')
      expect(wordsOf(`${said}\n${quoted}`)).toEqual(wordsOf(text))
      if (text.trim() !== '') expect(said).not.toBe('')
    }),
  )
})
