import { createI18n } from '@timedesk/ui/i18n'
import '@timedesk/ui/theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { App } from './app.tsx'
import { createQueryClient } from './shared/query-client.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html holds the element that the extranet is drawn in')

createRoot(root).render(
  <StrictMode>
    <BrowserRouter basename={import.meta.env.BASE_URL.replace(/\/$/u, '')}>
      <App i18n={createI18n({ resources: { en: {}, da: {} } })} queryClient={createQueryClient()} />
    </BrowserRouter>
  </StrictMode>,
)
