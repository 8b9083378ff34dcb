import { OrganizationCreateDocument, readFragment, ReportScheduleCreateDocument, ReportScheduleRowFragmentDoc, ReportSchedulesDocument, ReportScheduleUpdateDocument, ViewerDocument } from '@contract'
import { expect, test, unique } from './fixtures'

test('an administrator makes a report and fetches its file', async ({ admin, accessible, narrow }) => {
  await admin.goto('/console/reports')
  await expect(admin.getByRole('region', { name: 'Credits' })).toBeVisible()
  await accessible(admin, 'reports')
  await narrow(admin, 'reports')
  await admin.getByRole('button', { name: 'Make report: Usage by organization' }).click()
  const form = admin.getByRole('dialog')
  await form.getByRole('combobox', { name: 'Organizations' }).fill('Harbor Hot')
  await admin.getByRole('option', { name: /^Harbor Hotels Demo/ }).click()
  await expect(form.getByRole('button', { name: 'Remove Harbor Hotels' })).toBeVisible()
  await accessible(admin, 'report-form')
  await form.getByRole('button', { name: 'Make report' }).click()
  await expect(form.getByRole('link', { name: /Download usage-by-organization-.*\.csv/ })).toBeVisible()
  await form.getByRole('button', { name: 'See all reports made' }).click()
  const made = admin.getByRole('list', { name: 'Made' })
  await expect(made.getByRole('listitem').first()).toContainText('Usage by organization')
  const fetched = admin.waitForEvent('download')
  await made.getByRole('link', { name: /Download/ }).first().click()
  expect((await fetched).suggestedFilename()).toMatch(/^usage-by-organization-.*\.csv$/)
  await accessible(admin, 'reports-made')
})

test('an administrator has a report made every week, pauses and deletes it', async ({ admin, accessible, narrow }) => {
  const name = `Weekly ${unique()}`
  await admin.goto('/console/reports?tab=schedules')
  await admin.getByRole('button', { name: 'New schedule' }).first().click()
  const form = admin.getByRole('dialog')
  await form.getByLabel('Name').fill(name)
  await form.getByRole('combobox', { name: 'How often' }).click()
  await admin.getByRole('option', { name: /Every Monday/ }).click()
  await form.getByRole('combobox', { name: 'Recipients' }).fill('viewer@demo')
  await admin.getByRole('option', { name: /viewer@demo\.test/ }).click()
  await accessible(admin, 'report-schedule')
  await form.getByRole('button', { name: 'Create schedule' }).click()
  await expect(admin.getByText(`“${name}” is made for the first time`)).toBeVisible()

  await admin.getByLabel('Search name').fill(name)
  const row = admin.getByRole('row').filter({ hasText: name })
  await expect(row).toContainText('Every Monday at 6:00')
  await accessible(admin, 'report-schedules')
  await narrow(admin, 'report-schedules')
  await row.getByRole('button', { name: `Actions for ${name}` }).click()
  await admin.getByRole('menuitem', { name: 'Pause' }).click()
  await expect(row).toContainText('Paused')
  await expect(admin.getByRole('button', { name: 'Undo' })).toBeVisible()
  await accessible(admin, 'report-schedule-paused')
  await admin.getByRole('button', { name: 'Undo' }).click()
  await expect(row).not.toContainText('Paused')
  await row.getByRole('button', { name: `Actions for ${name}` }).click()
  await admin.getByRole('menuitem', { name: 'Delete…' }).click()
  await admin.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(admin.getByRole('heading', { name: 'Nothing matches' })).toBeVisible()
})

test('an administrator changes a schedule; what is not touched stays, and who is slower is told', async ({ admin, as, accessible }) => {
  const ask = await as('admin@demo.test')
  const name = `Quarterly ${unique()}`
  const company = `Mill ${unique()}`
  const { organizationCreate } = await ask(OrganizationCreateDocument, { input: { name: company } })
  const { id: organization } = organizationCreate!.organization as unknown as { id: string }
  const me = (await ask(ViewerDocument)).viewer!.user.id
  const { reportScheduleCreate } = await ask(ReportScheduleCreateDocument, {
    input: { name, kind: 'USAGE_BY_ORGANIZATION', cadence: 'WEEKLY', hour: 6, format: 'CSV', organizationIds: [organization], recipientIds: [me] },
  })
  const made = readFragment(ReportScheduleRowFragmentDoc, reportScheduleCreate?.reportSchedule)!
  const known = async () => {
    const { reportSchedules } = await ask(ReportSchedulesDocument, { first: 1, where: { id: { eq: made.id } } })
    return readFragment(ReportScheduleRowFragmentDoc, reportSchedules?.nodes)?.[0]
  }

  await admin.goto(`/console/reports?tab=schedules&q=${encodeURIComponent(name)}`)
  const row = admin.getByRole('row').filter({ hasText: name })
  await row.getByRole('button', { name: `Actions for ${name}` }).click()
  await admin.getByRole('menuitem', { name: 'Edit…' }).click()
  const form = admin.getByRole('dialog', { name: `Edit “${name}”` })
  await expect(form.getByRole('combobox', { name: 'How often' })).toHaveText('Every Monday')
  await expect(form.getByRole('button', { name: `Remove ${company}` })).toBeVisible()
  // Nobody to send it to: refused beside the field.
  await form.getByRole('button', { name: /^Remove / }).last().click()
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByRole('combobox', { name: 'Recipients' })).toHaveAttribute('aria-invalid', 'true')
  await accessible(admin, 'report-schedule-edit')
  await form.getByRole('combobox', { name: 'Recipients' }).fill('viewer@demo')
  await admin.getByRole('option', { name: /viewer@demo\.test/ }).click()
  await form.getByRole('combobox', { name: 'How often' }).click()
  await admin.getByRole('option', { name: /Every day/ }).click()
  await form.getByRole('combobox', { name: 'Time' }).click()
  await admin.getByRole('option', { name: '6:00 PM' }).click()
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(admin.getByText(`“${name}” is saved`)).toBeVisible()
  await expect(row).toContainText('Every day at 6:00 PM')
  const after = await known()
  expect(after).toMatchObject({ name, cadence: 'DAILY', hour: 18, format: 'CSV', organizations: [{ name: company }], recipients: [{ email: 'viewer@demo.test' }] })

  await row.getByRole('button').first().click()
  await expect(form.getByLabel('Name')).toHaveValue(name)
  await ask(ReportScheduleUpdateDocument, { id: made.id, input: { hour: 9, format: 'XLSX' } })
  await form.getByLabel('Name').fill(`${name}, later`)
  await form.getByRole('combobox', { name: 'Time' }).click()
  await admin.getByRole('option', { name: '7:00 AM' }).click()
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByRole('alert')).toContainText('Somebody saved this while you had it open.')
  expect(await known()).toMatchObject({ name, hour: 9 })
  // What the other has saved comes in, and is told where both changed the same.
  await expect(form.getByRole('combobox', { name: 'File' })).toHaveText('Excel (XLSX)')
  await expect(form.getByText('Saved by somebody else meanwhile: 9:00 AM')).toBeVisible()
  await accessible(admin, 'report-schedule-stale')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toHaveCount(0)
  await expect(row).toContainText('Every day at 7:00 AM')
  expect(await known()).toMatchObject({ name: `${name}, later`, hour: 7, format: 'XLSX', cadence: 'DAILY' })
})

test('a viewer makes the reports of the role and keeps no schedules; support has none', async ({ viewer, support, accessible }) => {
  await viewer.goto('/console/reports')
  await expect(viewer.getByRole('button', { name: 'Make report: Organization activity' })).toBeVisible()
  await expect(viewer.getByRole('region', { name: 'Credits' })).toContainText('Your role does not open this report.')
  await expect(viewer.getByRole('button', { name: 'Make report: Credits' })).toHaveCount(0)
  await expect(viewer.getByRole('tab', { name: 'By mail' })).toHaveCount(0)
  await accessible(viewer)
  await support.goto('/console/usage')
  await expect(support.getByRole('link', { name: 'Usage' })).toBeVisible()
  await expect(support.getByRole('link', { name: 'Reports' })).toHaveCount(0)
})
