import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const folder = join(import.meta.dirname, '..', 'screenshots')

interface Finding {
  id: string
  nodes: { target: string[]; failureSummary?: string }[]
}

/** Waits until the page stands and nothing is on its way any more, but for what waits behind an open dialog for its answer. */
async function still(page: Page): Promise<void> {
  await expect(page.locator('h1').first()).toBeAttached()
  await expect(page.locator('[aria-busy="true"]:not([data-base-ui-inert] *)')).toHaveCount(0)
}

const audit = (page: Page): Promise<string[]> =>
  page.evaluate(async (runOnly) => {
    const { run } = (window as unknown as { axe: { run: (options: object) => Promise<{ violations: Finding[] }> } }).axe
    const { violations } = await run({ runOnly })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(' ')} (${node.failureSummary?.replaceAll(/\s+/g, ' ')})`).join('; ')}`)
  }, rules)

/** Changes the theme at once: colours half way from one to the other have no contrast worth measuring. */
const paint = (page: Page, dark: boolean): Promise<void> =>
  page.evaluate(async (on) => {
    const still = new CSSStyleSheet()
    still.replaceSync('*, ::before, ::after { transition: none !important }')
    document.adoptedStyleSheets = [still]
    document.documentElement.classList.toggle('dark', on)
    const frame = () => new Promise(requestAnimationFrame)
    await frame()
    await frame()
    document.adoptedStyleSheets = []
  }, dark)

async function bothThemes(page: Page, name: string | undefined, suffix = ''): Promise<void> {
  await still(page)
  await page.evaluate(axe)
  const before = await page.evaluate(() => document.documentElement.classList.contains('dark'))
  for (const dark of [before, !before]) {
    await paint(page, dark)
    if (name) await picture(page, `${name}${suffix}${dark ? '-dark' : ''}`)
    expect.soft(await audit(page), `axe, ${dark ? 'dark' : 'light'}${suffix && ', narrow'}: ${page.url()}`).toEqual([])
  }
  await paint(page, before)
}

export const check = (page: Page, name?: string): Promise<void> => test.step('accessible', () => bothThemes(page, name))

export const narrow = (page: Page, name?: string): Promise<void> =>
  test.step('narrow', async () => {
    const before = page.viewportSize()
    await page.setViewportSize({ width: 390, height: 844 })
    await bothThemes(page, name, '-narrow')
    const beside = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect.soft(beside, `pixels beside the screen: ${page.url()}`).toBeLessThanOrEqual(0)
    if (before) await page.setViewportSize(before)
  })

export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
