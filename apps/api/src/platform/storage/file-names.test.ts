import { expect, test } from 'vitest'
import { cleanFileName, contentDisposition } from './file-names.ts'

test.for([
  ['error.png', 'error.png'],
  ['Skærmbillede 2026-03-02.png', 'Skærmbillede 2026-03-02.png'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\anna\\fejl.docx', 'fejl.docx'],
  ['a\0b\r\nc.txt', 'abc.txt'],
  ['invoice\u202Egnp.exe', 'invoicegnp.exe'],
  ['\u200B.htaccess', 'htaccess'],
  ['.env', 'env'],
  ['-rf', 'rf'],
  ['CON', '_CON'],
  ['nul.txt', '_nul.txt'],
  ['trailing. . ', 'trailing'],
  ['a"b<c>|d?.txt', 'a_b_c__d_.txt'],
  ['', 'file'],
  ['...', 'file'],
  ['\uD800x', 'x'],
] as const)('%j is shown as %j', ([given, shown]) => {
  expect(cleanFileName(given)).toBe(shown)
})

test('a long name keeps its extension and whole characters', () => {
  expect(cleanFileName(`${'a'.repeat(300)}.png`)).toBe(`${'a'.repeat(196)}.png`)
  expect(cleanFileName(`${'a'.repeat(195)}🧾.png`)).toBe(`${'a'.repeat(195)}.png`)
})

test('a header names a file in ASCII and in full', () => {
  expect(contentDisposition('attachment', `Tænd "nu" 100%'.txt`)).toBe(
    `attachment; filename="T_nd _nu_ 100_'.txt"; filename*=UTF-8''T%C3%A6nd%20%22nu%22%20100%25%27.txt`,
  )
})
