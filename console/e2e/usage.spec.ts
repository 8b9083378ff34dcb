import { expect, test } from './fixtures'

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
