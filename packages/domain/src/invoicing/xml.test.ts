// @vitest-environment jsdom
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../test/any-document.ts'
import { xmlDocument, xmlElement } from './xml.ts'

function write(content: string, attributes: Record<string, string> = {}): string {
  return xmlDocument({ name: 'a', attributes, content })
}

function read(xml: string): Element {
  return new DOMParser().parseFromString(xml, 'application/xml').documentElement
}

test.for([
  ['markup', '<b>&amp;</b> ]]> &x;'],
  ['quotes', `"'`],
  ['white space inside', 'a\tb\n\n c\rd\r\ne'],
  ['what is far out', 'Łódź & Ærø ✓ 😀 \u0085\u2028\u{10FFFF}'],
] as const)('%s comes back as it was, as text and as attribute', ([, text]) => {
  const element = read(write(text, { b: text }))
  expect(element.textContent).toBe(text)
  expect(element.getAttribute('b')).toBe(text)
})

test.for([
  ['a NUL', '\u0000'],
  ['a control character', '\u0001'],
  ['an escape', '\u001B'],
  ['a noncharacter', '\uFFFE'],
  ['the other noncharacter', '\uFFFF'],
  ['the first half of a pair', '\uD83D'],
  ['the second half of a pair', '\uDE00'],
] as const)('%s, which XML cannot hold, is replaced', ([, character]) => {
  const xml = write(`a${character}b`, { c: character })
  expect(xml).toContain('>a\uFFFDb<')
  const element = read(xml)
  expect(element.textContent).toBe('a\uFFFDb')
  expect(element.getAttribute('c')).toBe('\uFFFD')
})

test('any text is well-formed, and only what XML cannot hold is changed', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const framed = `.${text}.`
      const kept = Array.from(framed, (character) => (isWritable(character) ? character : '\uFFFD')).join('')
      expect(read(write(framed)).textContent).toBe(kept)
    }),
  )
})

test('what has nothing in it is left out, however deep', () => {
  const blank = xmlElement('d', ' \n\t', { kept: 'not' })
  expect(blank).toBeNull()
  expect(xmlElement('a', [xmlElement('b', [null, xmlElement('c', [blank])])])).toBeNull()
})

test('elements stand on lines of their own', () => {
  const parts = [xmlElement('b', '1', { unit: 'x' }), null, xmlElement('c', [xmlElement('d', ' 2 ')])]
  const content = parts.filter((part) => part !== null)
  expect(xmlDocument({ name: 'a', attributes: {}, content })).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<a>
  <b unit="x">1</b>
  <c>
    <d>2</d>
  </c>
</a>
`)
})

function isWritable(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return [0x9, 0xa, 0xd].includes(code)
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
}
