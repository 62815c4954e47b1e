import { act, screen } from '@testing-library/react'
import { expect, test } from 'vitest'

import { showPart } from '../../test/show-part.tsx'
import { UpdateNotice } from './update-notice.tsx'

test('a file that is gone is told of once, with a way to reload', async () => {
  showPart(<UpdateNotice />)

  act(() => {
    window.dispatchEvent(new Event('vite:preloadError'))
    window.dispatchEvent(new Event('vite:preloadError'))
  })

  expect(await screen.findByText(/Timedesk seems to have been updated/)).toBeTruthy()
  expect(screen.getAllByRole('button', { name: 'Reload the page' })).toHaveLength(1)
})
