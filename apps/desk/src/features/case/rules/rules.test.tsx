import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { getCase, markCaseRead } from '@timedesk/contracts/cases'
import { getCaseClocks } from '@timedesk/contracts/clocks'
import { getContact } from '@timedesk/contracts/contacts'
import { getCaseCover } from '@timedesk/contracts/cover'
import { getCustomerCard } from '@timedesk/contracts/customers'
import { listTimeline } from '@timedesk/contracts/dialogue'
import { dispatchCaseByRules, explainDispatch, listDispatchRules } from '@timedesk/contracts/dispatch-rules'
import { axeViolations } from '@timedesk/ui/test/axe'
import { expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../../../test/answers.ts'
import { buildCase, buildMessage, ids, pageOf } from '../../../test/build.ts'
import { besideAnswers } from '../../../test/case-answers.ts'
import { bo, explanation, nights, printers } from '../../../test/dispatch-cast.ts'
import { showDesk } from '../../../test/show.tsx'

const SLOW = { timeout: 30_000 }
const user = userEvent.setup({ delay: null })
const asked = vi.fn<() => void>()

async function openDialog() {
  asked.mockClear()
  showDesk('/cases/1042')
  server.use(
    ...besideAnswers,
    answer(getCase, buildCase()),
    answer(listTimeline, pageOf(buildMessage())),
    answer(markCaseRead, null),
    refuse(getCaseClocks, 'permission_denied'),
    refuse(getCustomerCard, 'permission_denied'),
    refuse(getContact, 'permission_denied'),
    refuse(getCaseCover, 'permission_denied'),
    answer(explainDispatch, explanation),
    answer(listDispatchRules, { data: [printers, nights] }),
  )
  await screen.findByRole('heading', { level: 1 })
  await user.keyboard('a')
  return within(await screen.findByRole('dialog', { name: 'Dispatch #1042' }))
}

test('the dialog says where the rules would send the case, and why', SLOW, async () => {
  const dialog = await openDialog()
  expect(await dialog.findByText('The rules send it to Bo Lind in Support.')).toBeTruthy()
  expect(dialog.getByText(/By the rule “Nights”\. In place of Mette Holm, who is away\./u)).toBeTruthy()
  const why = dialog.getByRole('button', { name: 'Why' })
  expect(why.getAttribute('aria-expanded')).toBe('false')
  await user.click(why)

  const rules = within(await dialog.findByRole('list', { name: 'Rules in the order in which they are asked' }))
  expect(await rules.findByText('Not: Subject or text contains printer or toner')).toBeTruthy()
  expect(rules.queryByText(/Not: Customer/u)).toBeNull()
  expect(rules.getByText('decides')).toBeTruthy()
  expect(await axeViolations(document.body)).toEqual([])
})

test('the rules send the case where it goes by now', SLOW, async () => {
  const dialog = await openDialog()
  const sent = buildCase({ department: { id: ids.department, name: 'Support' }, responsible: bo })
  server.use(answer(dispatchCaseByRules, sent, asked))
  await user.click(await dialog.findByRole('button', { name: 'Dispatch by the rules' }))

  expect(await screen.findByText('The case goes to Bo Lind in Support.')).toBeTruthy()
  expect(asked).toHaveBeenCalledTimes(1)
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('what cannot be dispatched by the rules says so, and leaves the form as it is', SLOW, async () => {
  const dialog = await openDialog()
  server.use(refuse(dispatchCaseByRules, 'case_closed'))
  await user.type(dialog.getByRole('textbox', { name: /^Comment|word/iu }), 'For you')
  await user.click(await dialog.findByRole('button', { name: 'Dispatch by the rules' }))
  expect(await screen.findByText('The case is closed. Reopen it first.')).toBeTruthy()
  expect(dialog.getByDisplayValue('For you')).toBeTruthy()
})
