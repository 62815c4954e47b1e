import { screen } from '@testing-library/react'
import { lazy } from 'react'
import { expect, test, vi } from 'vitest'

import { renderUi } from '../test/render-ui.tsx'
import { LazyPart } from './lazy-part.tsx'

const Gone = lazy(() => Promise.reject(new Error('The file is gone.')))
const Here = lazy(() => Promise.resolve({ default: () => <p>Here</p> }))

test('what cannot be fetched is missing alone, and is said to be where somebody looks for it', async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  const { container } = renderUi(
    <>
      <textarea aria-label="Reply" defaultValue="half a word" />
      <LazyPart fallback="coming">
        <Gone />
      </LazyPart>
      <LazyPart isNeeded>
        <Gone />
      </LazyPart>
      <LazyPart>
        <Here />
      </LazyPart>
    </>,
  )

  expect(await screen.findByText('Here')).toBeTruthy()
  expect(screen.getAllByText('This part could not be fetched. Reload the page when it suits you.')).toHaveLength(1)
  expect(screen.getByRole('textbox', { name: 'Reply' })).toHaveProperty('value', 'half a word')
  expect(container.textContent).not.toContain('coming')
})
