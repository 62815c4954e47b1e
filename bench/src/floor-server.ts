import { createServer, type ServerResponse } from 'node:http'
import { randomUUID } from 'node:crypto'
import pg from 'pg'

/**
 * What a Node server on PostgreSQL can do at most: bare http, prepared statements, no framework, no validation, no
 * access checks, no log. The product is measured against it in the same run.
 */
const [url = '', port = '0'] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: url, max: 10 })
pool.on('error', () => undefined)

const LIST = `SELECT c.id, c.number, c.subject, c.last_reply_snippet, c.category, c.last_activity_at, c.created_at, c.tags, c.deadline,
    u.name AS customer, p.name AS priority, e.name AS responsible, d.name AS department
  FROM support_case c JOIN customer u ON u.id = c.customer_id JOIN priority p ON p.id = c.priority_id
  JOIN department d ON d.id = c.department_id LEFT JOIN employee e ON e.id = c.responsible_id
  WHERE c.department_id = $1 AND c.category IN ('new', 'open', 'waiting_customer', 'waiting_third_party')
  ORDER BY c.last_activity_at DESC, c.id DESC LIMIT 50`
const DUE = `SELECT c.id, c.number, c.subject, c.last_reply_snippet, c.category, c.last_activity_at, c.created_at, c.tags, c.due_at,
    u.name AS customer, p.name AS priority, e.name AS responsible, d.name AS department
  FROM support_case c JOIN customer u ON u.id = c.customer_id JOIN priority p ON p.id = c.priority_id
  JOIN department d ON d.id = c.department_id LEFT JOIN employee e ON e.id = c.responsible_id
  WHERE c.department_id = $1 AND c.due_at IS NOT NULL AND c.due_at < $2 AND c.category IN ('new', 'open', 'waiting_customer', 'waiting_third_party')
  ORDER BY c.due_at, c.id LIMIT 50`
const UNASSIGNED = `SELECT c.id, c.number, c.subject, c.due_at, c.created_at, u.name AS customer FROM support_case c JOIN customer u ON u.id = c.customer_id
  WHERE c.department_id = $1 AND c.responsible_id IS NULL AND c.category IN ('new', 'open', 'waiting_customer', 'waiting_third_party')
  ORDER BY coalesce(c.due_at, 'infinity'), c.created_at, c.id LIMIT 26`
const AT_RISK = `SELECT c.id, c.number, c.subject, c.due_at, c.created_at, u.name AS customer FROM support_case c JOIN customer u ON u.id = c.customer_id
  WHERE c.department_id = $1 AND c.due_at IS NOT NULL AND c.due_at <= $2 AND c.category IN ('new', 'open', 'waiting_customer', 'waiting_third_party')
  ORDER BY c.due_at, c.id LIMIT 26`
const PEOPLE = `SELECT e.id, e.name, w.cases, w.minutes FROM employee e CROSS JOIN LATERAL (
    SELECT count(*) AS cases, sum(greatest(coalesce(c.estimate_minutes, 60) - (SELECT coalesce(sum(t.minutes), 0) FROM time_entry t WHERE t.case_id = c.id), 15)) AS minutes
      FROM (SELECT id, estimate_minutes FROM support_case WHERE responsible_id = e.id AND category IN ('new', 'open', 'waiting_customer', 'waiting_third_party')
        ORDER BY coalesce(due_at, 'infinity'), created_at, id LIMIT 500) c) w
  WHERE e.department_id = $1 ORDER BY e.name`
const READ_CASE = `SELECT c.id, c.number, c.subject, c.category, c.tags, c.deadline, c.created_at, c.last_activity_at, u.name AS customer FROM support_case c JOIN customer u ON u.id = c.customer_id WHERE c.id = $1`
const READ_REPLIES = `SELECT id, kind, author_name, body, posted_at FROM reply WHERE case_id = $1 ORDER BY posted_at, id`
const SEARCH = `SELECT c.id, c.number, c.subject, c.last_activity_at FROM support_case c
  WHERE c.id = ANY(ARRAY(SELECT id FROM support_case WHERE search @@ plainto_tsquery('simple', $1)
    UNION SELECT case_id FROM reply WHERE search @@ plainto_tsquery('simple', $1)))
  ORDER BY c.last_activity_at DESC, c.id DESC LIMIT 50`
const CREATE = `WITH made AS (
    INSERT INTO support_case (id, customer_id, subject, priority_id, status_id, category, department_id, created_via, created_by_name, created_at, last_activity_at)
    VALUES ($1, $2, $3, '00000000-0000-7000-8000-000000000013', '00000000-0000-7000-8000-000000000001', 'new', $4, 'api', 'floor', now(), now()) RETURNING id, number, customer_id)
  , told AS (INSERT INTO reply (id, case_id, customer_id, kind, author_kind, author_name, body, posted_at) SELECT $5, id, customer_id, 'description', 'employee', 'floor', $6, now() FROM made)
  SELECT id, number FROM made`
const REPLY = `INSERT INTO reply (id, case_id, customer_id, kind, author_kind, author_name, body, posted_at)
  SELECT $1, id, customer_id, 'reply', 'employee', 'floor', $3, now() FROM support_case WHERE id = $2 RETURNING id, posted_at`
const TIME = `INSERT INTO time_entry (id, employee_id, customer_id, case_id, activity_type_id, work_date, booked_on, minutes, is_billable, created_at)
  SELECT $1, $3, customer_id, id, '00000000-0000-7000-8000-000000000021', current_date, current_date, $4, true, now() FROM support_case WHERE id = $2 RETURNING id`
const COVER = `SELECT c.id, a.id AS agreement_id, a.heading, a.rate_per_hour, a.increment_minutes, a.minimum_minutes, p.name, p.balance, p.expires_on
  FROM support_case c JOIN agreement a ON a.customer_id = c.customer_id AND a.state = 'active' LEFT JOIN cover_pool p ON p.agreement_id = a.id AND p.is_open
  WHERE c.id = $1`

type Body = Record<string, string>
const query = async (name: string, text: string, values: unknown[]) =>
  (await pool.query({ name, text, values })).rows as unknown[]

const operations: Record<string, (body: Body) => Promise<unknown>> = {
  list: ({ departmentId }) => query('list', LIST, [departmentId]),
  due: ({ departmentId, before }) => query('due', DUE, [departmentId, before]),
  board: async ({ departmentId, before }) => {
    const [unassigned, atRisk, people] = await Promise.all([
      query('unassigned', UNASSIGNED, [departmentId]),
      query('at risk', AT_RISK, [departmentId, before]),
      query('people', PEOPLE, [departmentId]),
    ])
    return { unassigned, atRisk, people }
  },
  read: async ({ caseId }) => ({
    case: (await query('case', READ_CASE, [caseId]))[0],
    replies: await query('replies', READ_REPLIES, [caseId]),
  }),
  search: ({ words }) => query('search', SEARCH, [words]),
  create: ({ customerId, subject, departmentId, text }) =>
    query('create', CREATE, [randomUUID(), customerId, subject, departmentId, randomUUID(), text]),
  reply: ({ caseId, text }) => query('reply', REPLY, [randomUUID(), caseId, text]),
  cover: ({ caseId }) => query('cover', COVER, [caseId]),
  time: ({ caseId, employeeId, minutes }) => query('time', TIME, [randomUUID(), caseId, employeeId, Number(minutes)]),
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const operation = operations[request.url?.slice(1) ?? '']
    if (operation === undefined) {
      answer(response, 404, null)
      return
    }
    operation(JSON.parse(Buffer.concat(chunks).toString()) as Body).then(
      (body) => {
        answer(response, 200, body)
      },
      (error: unknown) => {
        answer(response, 500, String(error))
      },
    )
  })
})
server.listen(Number(port), '127.0.0.1', () => process.send?.('ready'))
process.on('SIGTERM', () => process.exit(0))
