import { extranetListAgreements } from '@timedesk/contracts/extranet-agreements'
import { extranetListCases, type ExtranetListedCase } from '@timedesk/contracts/extranet-cases'
import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { axeViolations } from '@timedesk/ui/test/axe'
import { answer, refuse, server } from '../test/answers.ts'
import { agreementIds, buildAgreement, buildPool } from '../test/build-agreement.ts'
import { buildMe, buildSummary, ids, pageOf } from '../test/build.ts'
import { show } from '../test/show.tsx'

const waiting = buildSummary({ ball: 'customer', status: { name: 'W', category: 'waiting_customer', color: 'gray' } })
const answered = buildSummary({ id: ids.anna, number: 1043, subject: 'New answer here', isUnread: true })
const running = buildSummary({ id: ids.peter, number: 1044, subject: 'Under way' })
const solved = buildSummary({
  id: ids.mette,
  number: 1040,
  subject: 'Done',
  ball: 'nobody',
  status: { name: 'S', category: 'solved', color: 'gray' },
})

function answerCases(active: ExtranetListedCase[], done: ExtranetListedCase[]) {
  return http.get(`${globalThis.location.origin}${extranetListCases.path}`, ({ request }) => {
    const isAboutSolved = new URL(request.url).searchParams.get('status') === 'solved'
    return HttpResponse.json(pageOf(...(isAboutSolved ? done : active)))
  })
}

function subjectsUnder(name: RegExp): (string | undefined)[] {
  const links = within(screen.getByRole('region', { name })).getAllByRole('link')
  return links.map((link) => link.getAttribute('href') ?? undefined).filter((href) => href !== '/cases')
}

test('what waits for the reader stands above what is under way and what was solved', async () => {
  server.use(answerCases([waiting, answered, running], [solved]))
  const { container } = show('/', buildMe())

  await screen.findByRole('heading', { name: /Needs you/ })

  expect(subjectsUnder(/Needs you/)).toEqual(['/cases/1042', '/cases/1043'])
  expect(subjectsUnder(/In progress/)).toEqual(['/cases/1044'])
  expect(subjectsUnder(/Recently solved/)).toEqual(['/cases/1040'])
  expect(await axeViolations(container)).toEqual([])
})

test('nothing waits for a bookkeeper, who only looks', async () => {
  server.use(answerCases([waiting, running], []))
  show('/', buildMe('bookkeeper'))

  await screen.findByRole('heading', { name: /In progress/ })

  expect(subjectsUnder(/In progress/)).toEqual(['/cases/1042', '/cases/1044'])
  expect(screen.queryByRole('heading', { name: /Needs you/ })).toBeNull()
  expect(screen.queryByRole('link', { name: 'Report a case' })).toBeNull()
})

test('with nothing open, the page invites to report', async () => {
  server.use(answerCases([], []))
  show('/', buildMe('requester', { language: 'da' }))

  expect(await screen.findByRole('heading', { name: 'Hvad kan vi hjælpe med?' })).toBeTruthy()
})

test('a failure says what to do and tries again', async () => {
  server.use(refuse(extranetListCases, 'permission_denied'))
  show('/', buildMe())

  expect(await screen.findByText('Your account does not give access to this.')).toBeTruthy()
})

test('the filters of the list stand in the address and reach the API', async () => {
  const queries: string[] = []
  server.use(answer(extranetListCases, pageOf(running), ({ query }) => queries.push(query.toString())))
  const { user } = show('/cases?scope=all&search=print', buildMe('manager'))

  await screen.findByRole('link', { name: /Under way/ })
  await user.click(screen.getByRole('radio', { name: 'My cases' }))
  await user.click(screen.getByRole('button', { name: 'Remove filter Search: print' }))
  await screen.findByRole('link', { name: /Under way/ })

  expect(queries).toEqual([
    'isActive=true&search=print&limit=30',
    'mine=true&isActive=true&search=print&limit=30',
    'mine=true&isActive=true&limit=30',
  ])
})

test.for(['manager', 'bookkeeper'] as const)('a %s sees what is left of each agreement that holds', async (role) => {
  const paused = buildAgreement({ id: agreementIds.hourly, heading: 'Paused one', state: 'suspended' })
  server.use(answerCases([running], []), answer(extranetListAgreements, { data: [buildAgreement(), paused] }))
  const { container } = show('/', buildMe(role))

  const left = within(await screen.findByRole('region', { name: 'What is left' }))
  await left.findByText('3:15 of 10:00 hours left')

  expect(left.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['See all agreements', '/agreements'],
    ['Support voucher', `/agreements/${agreementIds.voucher}`],
    ['Statement: Voucher V-12', `/agreements/${agreementIds.voucher}?of=${agreementIds.pool}`],
  ])
  expect(await axeViolations(container)).toEqual([])
})

test('a requester is shown no balances, and nobody is where they are kept back', async () => {
  const hidden = buildPool({ granted: null, available: null, emptyOn: null })
  let asked = 0
  server.use(
    answerCases([running], []),
    answer(extranetListAgreements, { data: [buildAgreement({ pools: [hidden] })] }, () => (asked += 1)),
  )
  const requester = show('/', buildMe('requester'))
  await screen.findByRole('heading', { name: /In progress/ })
  expect(asked).toBe(0)
  requester.unmount()

  show('/', buildMe('manager'))
  await screen.findByRole('heading', { name: /In progress/ })
  await expect.poll(() => asked).toBe(1)
  await expect.poll(() => screen.queryByRole('region', { name: 'What is left' })).toBeNull()
})

test('when balances cannot be read, the cases stand there all the same', async () => {
  server.use(answerCases([running], []), refuse(extranetListAgreements, 'unavailable'))
  show('/', buildMe('manager'))

  expect(await screen.findByText('We are not ready right now. Try again in a moment.')).toBeTruthy()
  expect(await screen.findByRole('heading', { name: /In progress/ })).toBeTruthy()
})
