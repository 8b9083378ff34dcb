import './theme.css'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { client } from './api/client'
import { RequestError } from './api/gql'
import { routerFor } from './app/router'
import { viewerQuery } from './app/session'
import { startLanguage } from './i18n'
import { Toasts } from './ui/toast'

await startLanguage()
const router = routerFor(client)

// A session that ended anywhere leads to the sign-in, and from there back.
client.getQueryCache().subscribe(({ query }) => {
  const { error } = query.state
  if (error instanceof RequestError && error.code === 'UNAUTHENTICATED' && router.state.location.pathname !== '/signin') {
    client.setQueryData(viewerQuery.queryKey, null)
    void router.navigate({ to: '/signin', search: { next: router.state.location.href } })
  }
})

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
