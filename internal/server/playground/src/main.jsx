import { createRoot } from 'react-dom/client'
import { useState } from 'react'
import { GraphiQL } from 'graphiql'
import { explorerPlugin } from '@graphiql/plugin-explorer'
import operations from 'virtual:operations'
import { run } from './api.js'
import { Bar } from './bar.jsx'
import 'graphiql/style.css'
import '@graphiql/plugin-explorer/style.css'
import './playground.css'

// The tabs of a first visit, in the order of the README's walk. Whatever the
// reader types is kept in the browser and shown on the next visit.
const firstTabs = ['Viewer', 'UsersPage', 'OrganizationsPage', 'InvitationsCreate', 'UserStats', 'PlansPage', 'InvoicesPage', 'Usage', 'AuditEvents']

const tabs = firstTabs
  .filter((name) => operations[name])
  .map((name) => ({ query: operations[name].text, variables: operations[name].variables }))

const plugins = [explorerPlugin({ showAttribution: false })]

// A session that starts or ends in an editor tab is announced to the bar.
const sessionChanged = new EventTarget()
const changesSession = /\b(session(Create(BySso)?|ChallengeAnswer|Delete)|invitationAccept|loginAs(Start|End)?)\b/

async function fetcher(request, { headers } = {}) {
  const result = await run(request, headers)
  if (changesSession.test(request.query)) sessionChanged.dispatchEvent(new Event('change'))
  return result
}

function Page() {
  const [slot, setSlot] = useState(null)
  return (
    <>
      <header className="bar" ref={setSlot} />
      <main className="editor">
        <GraphiQL
          fetcher={fetcher}
          plugins={plugins}
          defaultTabs={tabs}
          defaultQuery=""
          defaultEditorToolsVisibility
          schemaDescription
          inputValueDeprecation
          shouldPersistHeaders={false}
        >
          <GraphiQL.Logo>
            <span className="visually-hidden">Tenantry Playground</span>
          </GraphiQL.Logo>
          {slot && <Bar slot={slot} operations={operations} sessionChanged={sessionChanged} />}
        </GraphiQL>
      </main>
    </>
  )
}

createRoot(document.getElementById('root')).render(<Page />)
