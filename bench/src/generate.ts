import pg from 'pg'
import { fillDraws, fillTime, fillVouchers, prepaidCases } from './generate-money.ts'
import { dueOf, fillDispatch } from './generate-dispatch.ts'
import { makeSentences } from './generate-words.ts'
import type { Run, Scale } from './scale.ts'

const statuses = `ARRAY['open','waiting_customer','solved','closed','closed','closed']`

/**
 * Fills a migrated database: customers, agents, cases with three messages each, their history and their time. All by
 * SQL, as the owner, so that a hundred thousand cases take seconds. The same scale gives the same data.
 */
export async function generate(url: string, scale: Scale): Promise<void> {
  const { cases, customers, agents } = scale
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const run: Run = (sql, values = []) => client.query(sql, values)
  try {
    await run('SET synchronous_commit = off')
    // Row-level security is forced for the owner too; staff may write every row.
    await run('SET ROLE timedesk_staff')
    await run(`SELECT setseed(0.42)`)
    await run(`CREATE FUNCTION pg_temp.id(kind int, n int) RETURNS uuid LANGUAGE sql IMMUTABLE AS
      $$ SELECT (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$`)
    await fillPeople(run, agents, customers)
    await fillCases(run, scale)
    await fillVouchers(run, scale)
    await fillMessages(run)
    await fillHistory(run)
    await fillDispatch(run, agents)
    await fillTime(run, scale)
    await fillDraws(run, scale)
    await run('RESET ROLE')
    await run(`SELECT setval('support_case_number_seq', $1::int)`, [cases + prepaidCases(scale)])
    await run('VACUUM ANALYZE')
  } finally {
    await client.end()
  }
}

async function fillPeople(run: Run, agents: number, customers: number): Promise<void> {
  await run(
    `INSERT INTO department (id, name) SELECT pg_temp.id(1, n), 'Department ' || n FROM generate_series(1, 5) n`,
  )
  await run(
    `INSERT INTO employee (id, initials, name, email, department_id, role)
       SELECT pg_temp.id(2, n), 'A' || n, 'Agent ' || n, 'agent' || n || '@bench.test', pg_temp.id(1, 1 + n % 5), 'administrator' FROM generate_series(1, $1::int) n`,
    [agents],
  )
  await run(
    `INSERT INTO customer (id, name) SELECT pg_temp.id(3, n), 'Customer ' || n FROM generate_series(1, $1::int) n`,
    [customers],
  )
  await run(
    `INSERT INTO contact (id, customer_id, name, email) SELECT pg_temp.id(4, n), pg_temp.id(3, n), 'Contact ' || n, 'contact' || n || '@bench.test' FROM generate_series(1, $1::int) n`,
    [customers],
  )
  await run(
    `INSERT INTO agreement (id, customer_id, heading, settlement, valid_from, rate_per_hour, increment_minutes, minimum_minutes)
       SELECT pg_temp.id(5, n), pg_temp.id(3, n), 'Support by the hour', 'time_spent', '2020-01-01', 95000, 15, 15 FROM generate_series(1, $1::int) n`,
    [customers],
  )
}

async function fillCases(run: Run, { cases, customers, agents }: Scale): Promise<void> {
  await run(
    `INSERT INTO support_case (id, number, customer_id, contact_id, agreement_id, subject, priority_id, status_id, category, department_id, responsible_id,
         created_via, created_by_name, created_at, last_activity_at, last_reply_snippet, deadline, due_at, due_clock, estimate_minutes)
       SELECT pg_temp.id(6, n), n, pg_temp.id(3, c), pg_temp.id(4, c), pg_temp.id(5, c), 'Error ' || n || ' in module ' || (n % 97) || ' word' || (n % 9973), p.id, s.id, s.category,
         pg_temp.id(1, 1 + n % 5), CASE WHEN n % 7 = 0 THEN NULL ELSE pg_temp.id(2, 1 + n % $2::int) END, 'extranet', 'Contact',
         at, at + interval '2 hours', 'Thank you, that helped.', due, due, CASE WHEN due IS NULL THEN NULL ELSE 'resolution' END, 15 * (n % 9)
       FROM generate_series(1, $1::int) n
       CROSS JOIN LATERAL (SELECT 1 + n % $3::int AS c, '2025-01-01'::timestamptz + n * interval '4 minutes' AS at, ${dueOf} AS due) v
       JOIN case_status s ON s.category = (${statuses})[1 + n % 6]
       JOIN priority p ON p.level = 1 + n % 4`,
    [cases, agents, customers],
  )
}

/** Each body has words of all, of one case in a hundred, and of a few cases, and two sentences as people write them. */
async function fillMessages(run: Run): Promise<void> {
  const sentences = makeSentences()
  await run('CREATE TEMP TABLE sentence (id int PRIMARY KEY, body text)')
  await run(`INSERT INTO sentence SELECT n - 1, s FROM unnest($1::text[]) WITH ORDINALITY u (s, n)`, [sentences])
  const count = String(sentences.length)
  for (const [order, kind, author] of [
    [0, 'description', 'contact'],
    [1, 'reply', 'employee'],
    [2, 'reply', 'contact'],
  ] as const) {
    await run(
      `INSERT INTO reply (id, case_id, customer_id, kind, author_kind, author_id, author_name, body, posted_at)
         SELECT pg_temp.id(${String(7 + order)}, c.number), c.id, c.customer_id, '${kind}', '${author}', ${author === 'contact' ? 'c.contact_id' : 'c.responsible_id'}, 'Somebody',
           'Message ${String(order)} of case ' || c.number || ': since this morning module ' || (c.number % 97) || ' shows error ' || (c.number % 8191)
             || '. We have tried to start it again. ' || a.body || '. ' || b.body || '.', c.created_at + interval '${String(order)} hours'
           FROM support_case c JOIN sentence a ON a.id = (c.number::bigint * 31 + ${String(order)} * 1777) % ${count}
           JOIN sentence b ON b.id = (c.number::bigint * 17 + ${String(order)} * 3571) % ${count}`,
    )
  }
}

async function fillHistory(run: Run): Promise<void> {
  await run(
    `INSERT INTO event (id, type, subject_kind, subject_id, case_id, customer_id, is_internal, payload, actor_kind, actor_name, at)
       SELECT pg_temp.id(10, c.number), 'case.created', 'case', c.id, c.id, c.customer_id, false, jsonb_build_object('number', c.number, 'subject', c.subject, 'via', 'extranet'), 'contact', 'Contact', c.created_at FROM support_case c`,
  )
  await run(
    `INSERT INTO event (id, type, subject_kind, subject_id, case_id, customer_id, is_internal, payload, actor_kind, actor_name, at)
       SELECT pg_temp.id(11, (row_number() OVER ())::int), 'reply.posted', 'case', r.case_id, r.case_id, r.customer_id, false, jsonb_build_object('replyId', r.id, 'isFirst', false, 'attachments', 0), r.author_kind, 'Somebody', r.posted_at FROM reply r WHERE r.kind = 'reply'`,
  )
}
