import './theme.css'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { client } from './api/client'
import { routerFor } from './app/router'
import { watchFailures, watchPerson } from './app/watch'
import { startLanguage } from './i18n'
import { Toasts } from './ui/toast'

await startLanguage()
const router = routerFor(client)

watchFailures(client, router)
watchPerson(client, router)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
        <Toasts />
      </QueryClientProvider>
    </CSPProvider>
  </StrictMode>,
)
