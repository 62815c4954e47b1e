import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listSkills, updateSkill } from '@timedesk/contracts/skills'
import { listDepartments, listEmployees, updateEmployee } from '@timedesk/contracts/staff'
import { axeViolations } from '@timedesk/ui/test/axe'
import { expect, test, vi } from 'vitest'

import { answer, refuse, server } from '../test/answers.ts'
import { buildMe, ids, pageOf } from '../test/build.ts'
import { networks, supportDepartment } from '../test/dispatch-cast.ts'
import { employee } from '../test/office-cast.ts'
import { showDesk } from '../test/show.tsx'

const administrator = { me: buildMe('administrator') }
const SLOW = { timeout: 30_000 }
const user = userEvent.setup({ delay: null })
const payroll = { ...networks, id: ids.solved, name: 'Payroll', people: 0 }

test('a skill that a rule asks for stays in use, and the dialog says why', SLOW, async () => {
  showDesk('/people/skills', administrator)
  server.use(answer(listSkills, { data: [networks, payroll] }), refuse(updateSkill, 'still_in_use'))
  await user.click(await screen.findByRole('button', { name: 'Edit Networks' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Edit Networks' }))
  await user.click(dialog.getByRole('switch'))
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  expect(await dialog.findByRole('alert')).toBeTruthy()
  expect(dialog.getByRole<HTMLInputElement>('switch').checked).toBe(false)
})

test('who may not change people reads the skills alone', async () => {
  showDesk('/people/skills', { me: buildMe('agent') })
  server.use(answer(listSkills, { data: [networks] }))
  expect(await screen.findByText('Networks')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'New skill' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Edit Networks' })).toBeNull()
  expect(await axeViolations(document.body)).toEqual([])
})

test('somebody gets a skill with its level, and loses another', SLOW, async () => {
  const asked = vi.fn<(body: unknown) => void>()
  showDesk('/people', administrator)
  server.use(
    answer(listSkills, { data: [networks, payroll] }),
    answer(listDepartments, pageOf(supportDepartment)),
    answer(listEmployees, pageOf({ ...employee, skills: [{ id: networks.id, name: 'Networks', level: 1 }] })),
    answer(updateEmployee, employee, ({ body }) => asked(body)),
  )
  await user.click(await screen.findByRole('button', { name: 'Edit Mette Holm' }))
  const dialog = within(await screen.findByRole('dialog'))
  const skills = within(dialog.getByRole('group', { name: 'Skills' }))
  await user.click(await skills.findByRole('combobox', { name: 'Add a skill' }))
  await user.click(await screen.findByRole('option', { name: 'Payroll' }))
  await user.click(
    within(skills.getByRole('radiogroup', { name: 'Level in Payroll' })).getByRole('radio', { name: 'Expert' }),
  )
  await user.click(skills.getByRole('button', { name: 'Take Networks away' }))
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(asked).toHaveBeenCalledExactlyOnceWith({ skills: [{ skillId: payroll.id, level: 3 }] }))
})
