const json = 'application/graphql-response+json'
const events = 'text/event-stream'

// post sends one GraphQL request to the server that served this page. The
// session cookie travels along; nothing goes to another origin.
function post(request, headers, accept, signal) {
  return fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { ...headers, 'content-type': 'application/json', accept },
    body: JSON.stringify(request),
    signal,
  })
}

const silent = { errors: [{ message: 'The server did not answer. Is it still running?' }] }

async function read(response) {
  try {
    return await response.json()
  } catch {
    return { errors: [{ message: `The server answered ${response.status} ${response.statusText} without JSON.` }] }
  }
}

// send answers the GraphQL result of a request, or an object of the same shape
// when there is none.
export async function send(request, headers) {
  try {
    return await read(await post(request, headers, json))
  } catch {
    return silent
  }
}

// run is send for a request that may be a subscription, which it answers as an
// Observable of results.
export async function run(request, headers) {
  const stop = new AbortController()
  let response
  try {
    response = await post(request, headers, `${json}, ${events}`, stop.signal)
  } catch {
    return silent
  }
  if (!response.headers.get('content-type')?.startsWith(events)) return read(response)
  return {
    subscribe(observer) {
      follow(response.body, observer.next).then(
        () => observer.complete(),
        () => stop.signal.aborted || observer.error(new Error('The connection broke. Run the subscription again.')),
      )
      return { unsubscribe: () => stop.abort() }
    },
  }
}

// follow reads server-sent events, each a line with its name and one with its
// data, until the one that says complete.
async function follow(body, next) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  for (let text = ''; ; ) {
    const { done, value } = await reader.read()
    if (done) throw new Error('no event said complete')
    const whole = (text + value).split('\n\n')
    text = whole.pop()
    for (const event of whole) {
      if (event.startsWith('event: complete')) return
      const data = /^data: (.*)$/m.exec(event)?.[1] // none in a sign of life
      if (data) next(JSON.parse(data))
    }
  }
}

// personas lists the demo accounts, or nothing outside development.
export async function personas() {
  try {
    const response = await fetch('/dev/personas', { credentials: 'same-origin' })
    if (!response.ok) return []
    const list = await response.json()
    return Array.isArray(list) ? list : []
  } catch {
    return []
  }
}

// sampleIds finds one id of each type that examples need, among what the
// caller may see.
export async function sampleIds(operations) {
  const lists = [
    ['org', 'OrganizationsPage', { first: 1, where: { kind: { in: ['CUSTOMER'] }, status: { in: ['ACTIVE'] } } }],
    ['user', 'UsersPage', { first: 1, where: { status: { in: ['ACTIVE'] } }, orderBy: [{ field: 'CREATED_AT', direction: 'DESC' }] }],
    ['inv', 'InvitationsPage', { first: 1, where: { status: { in: ['PENDING'] } } }],
    ['role', 'Roles', { first: 1, family: ['CUSTOM'] }],
    ['ses', 'Sessions', { first: 2 }],
    ['job', 'Jobs', { first: 1 }],
    ['mail', 'DeadMails', { first: 1 }],
  ]
  const found = {}
  await Promise.all(
    lists.map(async ([type, name, variables]) => {
      const { data } = await send({ query: operations[name].text, operationName: name, variables })
      const [page] = Object.values(data ?? {})
      // Ending the session of this page is not what an example should do.
      const one = page?.nodes.find((node) => !node.current)
      if (one) found[type] = one.id
    }),
  )
  return found
}
