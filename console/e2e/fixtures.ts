import type { TypedDocumentString } from '@contract'
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'
import { check, narrow, picture } from './accessible'

export { expect }

interface Look {
  mobile?: boolean
  dark?: boolean
  language?: 'en' | 'de'
}

export interface Mail {
  subject: string
  text: string
  html: string
  kind: string
  at: string
  /** Paths of the links in it, to be opened below the tested server. */
  links: string[]
}

export type Ask = <Data, Variables>(document: TypedDocumentString<Data, Variables>, variables?: Variables) => Promise<Data>

interface Fixtures {
  /** A page of somebody who has signed in, in a browser of his own. Not yet at any address. */
  signedIn: (email: string, look?: Look) => Promise<Page>
  /** The demo reseller's people, at no address yet. */
  admin: Page
  support: Page
  viewer: Page
  /** Sends trusted documents as somebody: for making what a story needs. */
  as: (email: string) => Promise<Ask>
  /** Waits for the newest mail to an address, of a kind if one is named ("invitation"). */
  mail: (to: string, kind?: string) => Promise<Mail>
  /** Runs axe in light and dark; with a name, keeps pictures of both. */
  accessible: (page: Page, name?: string) => Promise<void>
  /** The same at 390 pixels, where nothing may need scrolling sideways. */
  narrow: (page: Page, name?: string) => Promise<void>
  /** Keeps a picture in console/screenshots. */
  picture: (page: Page, name: string) => Promise<void>
  /** Lets console messages pass that a story provokes, such as a refused request. */
  tolerate: (message: RegExp) => void
}

const password = 'tenantry-demo'
const signIn = 'mutation SignIn($email: String!, $password: String!) { sessionCreate(input: {email: $email, password: $password}) { challenge { kind } errors { message } } }'

export const test = base.extend<Fixtures & { watched: (context: BrowserContext) => void }>({
  baseURL: async ({}, use) => use(process.env['E2E_BASE']),
  reducedMotion: 'reduce',

  // Fails a story on any message in the console, error of the page, or request to another host.
  watched: [
    async ({ baseURL }, use) => {
      const trouble: { text: string; console: boolean }[] = []
      const home = new URL(baseURL!)
      const ours = new Set([home.host, home.host.replace('127.0.0.1', 'localhost'), home.host.replace('localhost', '127.0.0.1')])
      await use((context) => {
        context.on('console', (message) => {
          if (message.type() === 'debug' || message.text().includes('React DevTools')) return
          trouble.push({ text: `console ${message.type()}: ${message.text()} (${message.location().url})`, console: true })
        })
        context.on('weberror', (error) => trouble.push({ text: `page error: ${error.error().stack ?? error.error().message}`, console: false }))
        context.on('request', (request) => {
          const url = new URL(request.url())
          if (/^https?:$/.test(url.protocol) && !ours.has(url.host)) trouble.push({ text: `request to another host: ${request.url()}`, console: false })
        })
      })
      const allowed = test.info().annotations.filter(({ type }) => type === 'tolerated').map(({ description }) => new RegExp(description ?? '', 'i'))
      const rest = trouble.filter(({ text, console }) => !(console && allowed.some((one) => one.test(text))))
      expect(rest.map(({ text }) => text), 'the page keeps quiet and stays at home').toEqual([])
    },
    { auto: true },
  ],
  tolerate: async ({}, use) => use((message) => void test.info().annotations.push({ type: 'tolerated', description: message.source })),

  context: async ({ context, watched }, use) => {
    watched(context)
    await use(context)
  },

  signedIn: async ({ browser, baseURL, watched }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (email, { mobile, dark, language } = {}) => {
      const context = await browser.newContext({
        baseURL: baseURL!,
        viewport: mobile ? { width: 390, height: 844 } : { width: 1280, height: 850 },
        reducedMotion: 'reduce',
      })
      contexts.push(context)
      watched(context)
      await enter(context, baseURL!, email)
      const kept = { ...(dark && { 'tenantry.theme': 'dark' }), ...(language && { 'tenantry.language': language }) }
      // Once, so that a story may choose otherwise and load again.
      await context.addInitScript((pairs) => {
        if (!location.protocol.startsWith('http')) return // the empty page before the first has no storage
        for (const [key, value] of Object.entries(pairs)) if (localStorage.getItem(key) === null) localStorage.setItem(key, value)
      }, kept)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
  admin: async ({ signedIn }, use) => use(await signedIn('admin@demo.test')),
  support: async ({ signedIn }, use) => use(await signedIn('support@demo.test')),
  viewer: async ({ signedIn }, use) => use(await signedIn('viewer@demo.test')),

  as: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (email) => {
      const context = await browser.newContext({ baseURL: baseURL! })
      contexts.push(context)
      await enter(context, baseURL!, email)
      return async (document, variables) => {
        const response = await context.request.post('/graphql', {
          headers: { origin: baseURL! },
          data: { documentId: `sha256:${document.__meta__?.['hash']}`, variables },
        })
        const answer = await response.json()
        if (answer.errors) throw new Error(JSON.stringify(answer.errors))
        return answer.data
      }
    })
    for (const context of contexts) await context.close()
  },

  mail: async ({ request }, use) =>
    use(async (to, kind) => {
      let found: Mail | undefined
      await expect
        .poll(
          async () => {
            const all: { at: string; message: Omit<Mail, 'at' | 'links'> & { to: string } }[] = await (await request.get('/dev/mailbox.json')).json()
            const one = all.find(({ message }) => message.to.toLowerCase() === to.toLowerCase() && (!kind || message.kind === kind))
            if (one) found = { ...one.message, at: one.at, links: linksOf(one.message.text) }
            return !!one
          },
          { message: `a mail ${kind ?? ''} to ${to}`, timeout: 20_000 },
        )
        .toBe(true)
      return found!
    }),

  accessible: async ({}, use) => use(check),
  narrow: async ({}, use) => use(narrow),
  picture: async ({}, use) => use(picture),
})

async function enter(context: BrowserContext, home: string, email: string): Promise<void> {
  const response = await context.request.post('/graphql', { headers: { origin: home }, data: { query: signIn, variables: { email, password } } })
  const answer = await response.json()
  const { challenge, errors } = answer.data?.sessionCreate ?? {}
  if (answer.errors || errors?.length || challenge) throw new Error(`${email} cannot sign in: ${JSON.stringify(answer)}`)
}

function linksOf(text: string): string[] {
  return [...text.matchAll(/https?:\/\/[^\s<>]+/g)].map(([link]) => {
    const { pathname, search, hash } = new URL(link)
    return pathname + search + hash
  })
}

/** A word that no other story has used: for the names and addresses it makes. */
export const unique = (): string => Date.now().toString(36) + Math.random().toString(36).slice(2, 6)
