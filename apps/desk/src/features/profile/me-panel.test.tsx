import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { listApiTokens } from '@timedesk/contracts/api-tokens'
import { listSessions, updateMe } from '@timedesk/contracts/identity'
import { expect, test, vi } from 'vitest'

import { answer, server } from '../../test/answers.ts'
import { buildMe } from '../../test/build.ts'
import { showDesk } from '../../test/show.tsx'

test('one chooses how long a message that was sent can be called back', async () => {
  const asked = vi.fn<(body: unknown) => void>()
  server.use(
    answer(listSessions, { data: [] }),
    answer(listApiTokens, { data: [] }),
    answer(updateMe, { ...buildMe(), undoSeconds: 5 }, ({ body }) => asked(body)),
  )
  showDesk('/profile')

  const choice = await screen.findByRole('combobox', { name: 'Undo after sending' })
  expect(choice).toHaveProperty('value', 'Send at once')
  await userEvent.click(choice)
  await userEvent.click(await screen.findByRole('option', { name: '5 seconds' }))
  await userEvent.click(screen.getAllByRole('button', { name: 'Save' })[0] ?? choice)

  await waitFor(() => expect(asked).toHaveBeenCalledWith({ undoSeconds: 5 }))
})
