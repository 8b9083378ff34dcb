import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useEditorContext, useSchemaStore } from '@graphiql/react'
import { personas, sampleIds, send } from './api.js'
import { audiences } from './audiences.js'
import { grouped } from './examples.js'

// Bar is the strip above the editor: who is signed in, a way to change that,
// and the contract's operations as examples. It lives inside GraphiQL, whose
// editors and schema it needs, and is drawn into the slot.
export function Bar({ slot, operations, sessionChanged }) {
  const introspect = useSchemaStore((store) => store.introspect)
  const [viewer, setViewer] = useState(undefined)

  async function refresh() {
    const { data } = await send({ query: operations.Viewer.text, operationName: 'Viewer' })
    setViewer(data?.viewer ?? null)
  }
  // Introspection may be closed to anonymous callers, so a change of session
  // is also a reason to ask for the schema again.
  async function changed() {
    await refresh()
    await introspect()
  }
  useEffect(() => {
    refresh()
    sessionChanged.addEventListener('change', changed)
    return () => sessionChanged.removeEventListener('change', changed)
  }, [])

  return createPortal(
    <>
      <h1>Tenantry Playground</h1>
      <Examples operations={operations} />
      <SampleIds operations={operations} viewer={viewer} />
      <a href="/">Start page</a>
      {viewer === undefined ? null : viewer ? (
        <SignedIn viewer={viewer} operations={operations} onChange={changed} />
      ) : (
        <SignIn operations={operations} onChange={changed} />
      )}
    </>,
    slot,
  )
}

// Examples opens operations in tabs of their own: one, or all that a group of
// users comes for.
function Examples({ operations }) {
  const { tabs, addTab, queryEditor, variableEditor } = useEditorContext({ nonNull: true })
  const [wanted, setWanted] = useState([])

  // A new tab becomes the active one first; its editors are filled then, and
  // the next one follows.
  useEffect(() => {
    const [name, ...rest] = wanted
    if (!name) return
    queryEditor?.setValue(operations[name].text)
    if (queryEditor) queryEditor.operationName = name // the tab's title, which GraphiQL finds out too late
    variableEditor?.setValue(operations[name].variables)
    setWanted(rest)
    if (rest.length > 0) addTab()
  }, [tabs.length])

  function open(names) {
    setWanted(names.filter((name) => operations[name]))
    addTab()
  }
  return (
    <>
      <Choice label="Open the tabs of a group of users" title="Tabs for …" onPick={(group) => open(audiences[group])}>
        {Object.keys(audiences).map((group) => (
          <option key={group}>{group}</option>
        ))}
      </Choice>
      <Choice label="Open an example in a new tab" title="Examples" onPick={(name) => open([name])}>
        {grouped(Object.keys(operations)).map(([label, names]) => (
          <optgroup key={label} label={label}>
            {names.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </optgroup>
        ))}
      </Choice>
    </>
  )
}

// Choice is a list that does something and stands again as it stood.
function Choice({ label, title, onPick, children }) {
  return (
    <label className="examples">
      <span className="visually-hidden">{label}</span>
      <select value="" onChange={(event) => onPick(event.target.value)}>
        <option value="" disabled>
          {title}
        </option>
        {children}
      </select>
    </label>
  )
}

// SampleIds writes ids of objects that the caller sees in place of the "org_…"
// of an example, so that it can be run as it stands. For the next caller it
// replaces the ids it wrote.
function SampleIds({ operations, viewer }) {
  const { activeTabIndex, variableEditor } = useEditorContext({ nonNull: true })
  const [ids, setIds] = useState({})
  const written = useRef(new Set())
  const who = viewer?.id

  useEffect(() => {
    let current = true
    setIds({})
    if (who) sampleIds(operations).then((found) => current && setIds(found))
    return () => (current = false)
  }, [who])

  useEffect(() => {
    if (!variableEditor) return
    const fill = () => {
      const before = variableEditor.getValue()
      const after = before.replace(/"([a-z]+)_(?:…|\w+)"/g, (whole, type) => {
        const ours = whole.endsWith('…"') || written.current.has(whole)
        if (!ours || !ids[type]) return whole
        written.current.add(`"${ids[type]}"`)
        return `"${ids[type]}"`
      })
      if (after !== before) variableEditor.setValue(after)
    }
    fill()
    variableEditor.on('changes', fill)
    return () => variableEditor.off('changes', fill)
  }, [activeTabIndex, variableEditor, ids])
  return null
}

function SignedIn({ viewer, operations, onChange }) {
  const [problem, setProblem] = useState('')
  const demo = usePersonas()
  // The session that is left ends, so that changing often leaves none behind.
  async function become(email) {
    const persona = demo.find((one) => one.email === email)
    await send({ query: operations.SignOut.text, operationName: 'SignOut' })
    setProblem(firstError(await enter(operations, persona)))
    await onChange()
  }
  async function signOut() {
    const result = await send({ query: operations.SignOut.text, operationName: 'SignOut' })
    setProblem(firstError(result))
    await onChange()
  }
  const { user, organization } = viewer
  return (
    <div className="session">
      <span role="status">
        Signed in as <strong>{user?.displayName || user?.email || 'a service account'}</strong>
        {organization?.name ? ` · ${organization.name}` : ''}
      </span>
      <Problem text={problem} />
      {demo.length > 0 && (
        <Choice label="Go on as another demo account" title="Switch to …" onPick={become}>
          {demo
            .filter((one) => one.email !== user?.email)
            .map((one) => (
              <option key={one.email} value={one.email}>
                {personaTitle(one)}
              </option>
            ))}
        </Choice>
      )}
      <button type="button" onClick={signOut}>
        Sign out
      </button>
    </div>
  )
}

// The demo accounts, which a server has in development only.
function usePersonas() {
  const [demo, setDemo] = useState([])
  useEffect(() => {
    personas().then(setDemo)
  }, [])
  return demo
}

const personaTitle = ({ role, email }) => (role ? `${role} · ${email}` : email)

const enter = (operations, { email, password }) =>
  send({ query: operations.SignIn.text, operationName: 'SignIn', variables: { input: { email, password } } })

function SignIn({ operations, onChange }) {
  const demo = usePersonas()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)

  function pick(event) {
    const persona = demo.find((one) => one.email === event.target.value)
    if (!persona) return
    setEmail(persona.email)
    setPassword(persona.password)
  }
  async function submit(event) {
    event.preventDefault()
    setBusy(true)
    const result = await enter(operations, { email, password })
    setBusy(false)
    const trouble = firstError(result)
    setProblem(trouble)
    if (!trouble) await onChange()
  }
  return (
    <form className="session" aria-label="Sign in" onSubmit={submit}>
      <Problem text={problem} />
      {demo.length > 0 && (
        <label>
          <span className="visually-hidden">Demo account</span>
          <select value={demo.some((one) => one.email === email) ? email : ''} onChange={pick}>
            <option value="">Demo account …</option>
            {demo.map((one) => (
              <option key={one.email} value={one.email}>
                {personaTitle(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span className="visually-hidden">E-mail</span>
        <input
          type="email"
          placeholder="E-mail"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </label>
      <label>
        <span className="visually-hidden">Password</span>
        <input
          type="password"
          placeholder="Password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      <button type="submit" disabled={busy}>
        Sign in
      </button>
    </form>
  )
}

function Problem({ text }) {
  return (
    <span className="problem" role="alert">
      {text}
    </span>
  )
}

// firstError is the sentence to show: an error of the request, a refusal in a
// payload, or further proof that this small form cannot ask for.
function firstError({ data, errors }) {
  if (errors?.length) return errors[0].message
  for (const payload of Object.values(data ?? {})) {
    if (payload?.errors?.length) return payload.errors[0].message
    if (payload?.challenge) return `More is asked for (${payload.challenge.kind}): run the examples SignIn and SessionChallengeAnswer`
  }
  return ''
}
