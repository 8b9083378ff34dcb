// send posts one GraphQL request to the server that served this page. The
// session cookie travels along; nothing goes to another origin. It answers
// the GraphQL result, or an object of the same shape when there is none.
export async function send(request, headers) {
  let response
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        ...headers,
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
      },
      body: JSON.stringify(request),
    })
  } catch {
    return { errors: [{ message: 'The server did not answer. Is it still running?' }] }
  }
  try {
    return await response.json()
  } catch {
    return { errors: [{ message: `The server answered ${response.status} ${response.statusText} without JSON.` }] }
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
  ]
  const found = {}
  await Promise.all(
    lists.map(async ([type, name, variables]) => {
      const { data } = await send({ query: operations[name].text, operationName: name, variables })
      const [page] = Object.values(data ?? {})
      if (page?.nodes.length) found[type] = page.nodes[0].id
    }),
  )
  return found
}
