import { expect, test } from 'vitest'
import { createMeasure } from './measure.ts'

const typeOf = (...chunks: (string | Buffer)[]) => {
  const measure = createMeasure(1_000_000)
  for (const chunk of chunks) measure.see(Buffer.from(chunk as string))
  return measure.result().contentType
}
const bytes = (text: string) => Buffer.from(text, 'latin1')

test.for([
  ['a PNG', [bytes('\x89PNG\r\n\x1a\n…')], 'image/png'],
  ['a PNG in pieces', [bytes('\x89P'), bytes('NG\r\n'), bytes('\x1a\n')], 'image/png'],
  ['a JPEG', [bytes('\xff\xd8\xff\xe0')], 'image/jpeg'],
  ['a GIF that is also a script', ['GIF89a=1;alert(1)'], 'image/gif'],
  ['a WebP', ['RIFF1234WEBPVP8 '], 'image/webp'],
  ['a PDF', ['%PDF-1.7\n'], 'application/pdf'],
  ['a ZIP', [bytes('PK\x03\x04whatever')], 'application/zip'],
  [
    'a Word file',
    [bytes('PK\x03\x04[Content_Types].xml…word/document.xml')],
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  ['a page', ['<!doctype html><script>alert(1)</script>'], 'text/plain'],
  ['a drawing', ['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'text/plain'],
  ['Danish text cut inside a letter', ['rødgrød med fl', bytes('\xc3'), bytes('\xb8de')], 'text/plain'],
  ['text in another encoding', [bytes('r\xf8dgr\xf8d')], 'application/octet-stream'],
  ['text that ends inside a letter', [bytes('fl\xc3')], 'application/octet-stream'],
  ['text with a NUL', ['a\0b'], 'application/octet-stream'],
  ['a program', [bytes('\x7fELF\x02\x01\x01\0')], 'application/octet-stream'],
] as const)('%s is told by its bytes', ([, chunks, expected]) => {
  expect(typeOf(...chunks)).toBe(expected)
})
