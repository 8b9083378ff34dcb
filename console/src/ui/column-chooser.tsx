import { Columns3 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from './button'
import { Menu, MenuCheck, MenuItem, MenuLine } from './menu'

interface ColumnChooserProps {
  columns: readonly { key: string; title: string }[]
  shown: readonly string[]
  /** Undefined goes back to the columns of the beginning. */
  onChange: (shown: string[] | undefined) => void
}

/** Which columns of a table are in sight; the first one always is. */
export function ColumnChooser({ columns, shown, onChange }: ColumnChooserProps) {
  const { t } = useTranslation()
  return (
    <Menu
      trigger={
        <Button>
          <Columns3 aria-hidden />
          {t('columns.label')}
        </Button>
      }
    >
      {columns.slice(1).map(({ key, title }) => (
        <MenuCheck key={key} checked={shown.includes(key)} onChange={(on) => onChange(columns.map((one) => one.key).filter((one) => (one === key ? on : shown.includes(one))))}>
          {title}
        </MenuCheck>
      ))}
      <MenuLine />
      <MenuItem onSelect={() => onChange(undefined)}>{t('columns.reset')}</MenuItem>
    </Menu>
  )
}
