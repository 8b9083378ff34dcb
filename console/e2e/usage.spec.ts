import { OrganizationCreateDocument } from '@contract'
import { expect, test, unique } from './fixtures'

test('an administrator sees what was used, over time and by organization', async ({ admin, accessible, narrow }) => {
  await admin.goto('/console/usage')
  const metrics = admin.getByRole('group', { name: 'Metric' })
  await expect(metrics.getByRole('button', { name: /Text messages/ })).toHaveAttribute('aria-pressed', 'true')
  await accessible(admin, 'usage')
  await narrow(admin, 'usage')

  // The chart is read with the keys, point by point.
  const chart = admin.getByRole('slider', { name: /Text messages/ })
  await chart.focus()
  await admin.keyboard.press('Home')
  await expect(chart).toHaveAttribute('aria-valuetext', /^\w+, .*: [\d,]+; Period before: [\d,]+$/)
  const first = await chart.getAttribute('aria-valuetext')
  await admin.keyboard.press('ArrowRight')
  await expect(chart).not.toHaveAttribute('aria-valuetext', first!)

  await metrics.getByRole('button', { name: /Call minutes/ }).click()
  await admin.getByRole('combobox', { name: 'Period' }).click()
  await admin.getByRole('option', { name: 'Last 12 months' }).click()
  await expect(admin).toHaveURL(/metric=CALL_MINUTES.*period=m12|period=m12.*metric=CALL_MINUTES/)
  await admin.getByRole('button', { name: 'Table' }).click()
  await expect(admin.getByRole('table', { name: 'Call minutes' }).getByRole('rowheader')).toHaveCount(13)
  await accessible(admin, 'usage-table')

  // A link shows a colleague the same; one organization stands alone.
  await admin.reload()
  await admin.getByLabel('Search these organizations').fill('cafe miroza')
  await admin.getByRole('button', { name: 'Café Miróza', exact: true }).click()
  await expect(admin).toHaveURL(/organization=org_/)
  await expect(admin.getByRole('combobox', { name: 'Organization', exact: true })).toHaveValue('Café Miróza')
  await admin.getByRole('button', { name: 'All organizations again' }).click()
  await expect(admin.getByRole('heading', { name: 'By organization' })).toBeVisible()
})

/** A day that many days before today, as the browser has it. */
function ago(days: number): string {
  const now = new Date()
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() - days)).toISOString().slice(0, 10)
}

test('the day that is not over is added up, but not compared', async ({ admin, as, baseURL }) => {
  const ask = await as('admin@demo.test')
  const { organizationCreate } = await ask(OrganizationCreateDocument, { input: { name: `Quay ${unique()}`, features: ['SMS'] } })
  const id = (organizationCreate?.organization as unknown as { id: string } | null)?.id ?? ''
  // Six whole days and today, each beside the day a week earlier: the one beside today was a busy one.
  const days = { 0: '5', 1: '30', 7: '1000', 8: '20' }
  const records = Object.entries(days).map(([before, quantity]) => ({ organizationId: id, metric: 'SMS', day: ago(Number(before)), quantity, key: before }))
  const answer = await admin.context().request.post('/graphql', {
    headers: { origin: baseURL! },
    data: { query: 'mutation Record($records: [UsageRecordItemInput!]!) { usageRecord(input: {records: $records}) { errors { message } } }', variables: { records } },
  })
  expect(await answer.json()).toMatchObject({ data: { usageRecord: { errors: [] } } })
  await admin.goto(`/console/usage?period=d7&organization=${id}&view=table`)
  await expect(admin.getByRole('button', { name: /Text messages\s*35.*50% more than in the period before/ })).toBeVisible()
  await expect(admin.getByText(/The change leaves today out: .+ compared with /)).toBeVisible()
  const rows = admin.getByRole('table', { name: 'Text messages' }).getByRole('row')
  await expect(rows.nth(1)).toHaveText(/, so far5–$/)
  await expect(rows.nth(2)).toHaveText(/3020.*50%/)
  await expect(rows.last()).toHaveText(/^Total3520.*50%/)
})

test('on a small screen a number stays in one line, and the name gives way', async ({ signedIn, picture }) => {
  const page = await signedIn('admin@demo.test', { mobile: true })
  await page.goto('/console/usage?metric=STORAGE_BYTES')
  const table = page.getByRole('table', { name: 'By organization' })
  await expect(table.getByRole('row').nth(5).getByRole('cell').last()).toHaveText(/%|new|no change/)
  const lines = await table.evaluate((all) =>
    [...all.querySelectorAll('th:nth-child(n + 3), td:nth-child(3)')].map((cell) => {
      const text = document.createRange()
      text.selectNodeContents(cell)
      return new Set([...text.getClientRects()].map(({ top }) => top)).size
    }),
  )
  expect(new Set(lines)).toEqual(new Set([1]))
  expect(await table.evaluate((all) => all.getBoundingClientRect().right - all.parentElement!.getBoundingClientRect().right), 'pixels beside the card').toBeLessThanOrEqual(0)
  await table.scrollIntoViewIfNeeded()
  await picture(page, 'usage-organizations-narrow')
})

test('support and viewer read usage; an analyst reads that of the own account', async ({ support, viewer, signedIn }) => {
  for (const page of [support, viewer]) {
    await page.goto('/console/usage')
    await expect(page.getByRole('slider', { name: /Text messages/ })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'By organization' })).toBeVisible()
  }
  const analyst = await signedIn('analyst@harbor.test')
  await analyst.goto('/console/usage')
  await expect(analyst.getByText('What your organization used, counted by day.')).toBeVisible()
  await expect(analyst.getByRole('button', { name: 'Harbor Hotels', exact: true })).toBeVisible()
  await expect(analyst.getByRole('button', { name: /Café/ })).toHaveCount(0)
})

test('a period without usage says so', async ({ admin, accessible }) => {
  await admin.goto('/console/usage?period=own&from=2020-01-01&to=2020-01-31')
  await expect(admin.getByRole('heading', { name: 'No usage in this period' })).toBeVisible()
  await accessible(admin)
  await admin.getByRole('button', { name: 'Look at the last 12 months' }).click()
  await expect(admin.getByRole('slider')).toBeVisible()
})
