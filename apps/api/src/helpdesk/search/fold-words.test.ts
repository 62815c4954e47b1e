import { foldWords, wordsOf } from '@timedesk/domain/text/fold-words'
import { Prisma } from '@timedesk/prisma/client'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../../test/harness.ts'

let server: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

/** Letters of languages that customers write, with what stands between them in mails and logs. */
const letters = fc.constantFrom(
  ...Array.from('abcdeoxyzAEOØøÅåÆæŒœßẞÞþÐðŁłĐđĦħıİΣσςΟδПрёЁñçüÖéÈ0123456789 .,-_/@:#"\'“”…€½ﬁＡ漢字👍'),
  'a\u030A',
  '\u00AD',
  '\u200D',
  'aa',
  'oe',
)
const texts = fc.oneof(fc.string({ unit: letters, maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 30 }))
const storable = texts.filter((text) => text.isWellFormed() && !text.includes('\u0000'))

test('the database folds words just as the domain does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(storable, { minLength: 20, maxLength: 50 }), async (given) => {
      const rows = await server.database.reader.rows<{ folded: string }>(
        Prisma.sql`SELECT fold_words(t.given) AS folded FROM unnest(${given}::text[]) WITH ORDINALITY t (given, place) ORDER BY t.place`,
      )
      expect(rows.map(({ folded }) => folded)).toEqual(given.map(foldWords))
    }),
    { numRuns: 40 },
  )
})

test('the words that are stored of a text are those that the domain sees in it', async () => {
  const text =
    'Søren Ærø (Aarhus): “Faktura_2026-03.pdf” → 0x97, 12.500,75 kr; anna@nordlys.example https://nordlys.example/a?b=c v2.0 -4711'
  const [row] = await server.database.reader.rows<{ words: string[] }>(
    Prisma.sql`SELECT tsvector_to_array(words_of(${text})) AS words`,
  )
  expect(row?.words.toSorted()).toEqual([...new Set(wordsOf(text))].toSorted())
})
