import { afterAll, beforeAll, expect, test } from 'vitest'

import { MIGRATIONS_FOLDER } from './folders.ts'
import { migrate } from './migrate.ts'
import { startScratchBefore } from './scratch-before.ts'

/** The last migration of the time when accents, tags and file names were not searched. */
const LAST_OF_BEFORE = '20261126080100_workflow_guards'
const id = (end: string) => `00000000-0000-7000-8000-0000000000${end}`

let server: Awaited<ReturnType<typeof startScratchBefore>>

beforeAll(async () => {
  server = await startScratchBefore(LAST_OF_BEFORE)
})
afterAll(async () => {
  await server.stop()
})

test('what was written before is found by its folded words, and its words are known', async () => {
  const { client } = server
  await client.query(`SET ROLE timedesk_staff;
    INSERT INTO customer (id, name) VALUES ('${id('c1')}', 'Ærøskøbing Havn');
    INSERT INTO contact (id, customer_id, name, email, phone)
      VALUES ('${id('c2')}', '${id('c1')}', 'Søren Kirkegaard', 'soren@havn.example', '+45 12 34 56 78');
    INSERT INTO support_case (id, customer_id, contact_id, subject, priority_id, status_id, category, department_id, tags,
        created_via, created_by_name, created_at, last_activity_at)
      SELECT '${id('d1')}', '${id('c1')}', '${id('c2')}', 'Momskørsel', p.id, s.id, 'new', d.id, '{Årsskifte}', 'desk', 'Mette', now(), now()
        FROM (SELECT id FROM priority LIMIT 1) p, (SELECT id FROM case_status WHERE category = 'new' LIMIT 1) s, (SELECT id FROM department LIMIT 1) d;
    INSERT INTO reply (id, case_id, customer_id, kind, author_kind, author_name, body, posted_at)
      VALUES ('${id('e1')}', '${id('d1')}', '${id('c1')}', 'description', 'contact', 'Søren', 'Den går i stå på Ærø.', now());
    INSERT INTO note (id, case_id, customer_id, author_name, body, written_at)
      VALUES ('${id('f1')}', '${id('d1')}', '${id('c1')}', 'Mette', 'Rabat på øl.', now());
    RESET ROLE;`)

  await migrate(server.url, MIGRATIONS_FOLDER)

  await client.query('SET ROLE timedesk_staff')
  const found = async (table: string, column: string, word: string) =>
    (await client.query(`SELECT 1 FROM ${table} WHERE ${column} @@ to_tsquery('simple', fold_words($1))`, [word]))
      .rowCount
  for (const [table, column, word] of [
    ['support_case', 'search', 'MOMSKØRSEL'],
    ['support_case', 'staff_search', 'aarsskifte'],
    ['reply', 'search', 'aeroe'],
    ['note', 'search', 'øl'],
    ['customer', 'search', 'aeroeskoebing'],
    ['contact', 'search', 'kirkegård'],
    ['contact', 'search', '12345678'],
  ] as const)
    expect(await found(table, column, word), `${table} ${word}`).toBe(1)
  const staff = await client.query<{ word: string }>('SELECT word FROM search_word')
  expect(staff.rows.map(({ word }) => word)).toEqual(
    expect.arrayContaining(['momskorsel', 'arsskifte', 'aero', 'rabat', 'kirkegard']),
  )
  const theirs = (await client.query<{ word: string }>('SELECT word FROM customer_word')).rows.map(({ word }) => word)
  expect(theirs).toEqual(expect.arrayContaining(['momskorsel', 'aero', 'kirkegard']))
  for (const inside of ['rabat', 'arsskifte']) expect(theirs).not.toContain(inside)
})
