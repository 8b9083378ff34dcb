import { ChevronsUpDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/button'
import { Menu, MenuCheck, MenuItem, MenuLine } from '@/ui/menu'
import type { Column } from './matrix'

interface RoleChooserProps {
  columns: readonly Column[]
  shown: readonly Column[]
  onChange: (keys: string[]) => void
}

/** Which roles stand side by side. */
export function RoleChooser({ columns, shown, onChange }: RoleChooserProps) {
  const { t } = useTranslation(['roles', 'translation'])
  const keys = shown.map((one) => one.key)
  return (
    <Menu
      align="start"
      trigger={
        <Button className="font-normal">
          {t('matrix.rolesCount', { count: shown.length, total: columns.length })}
          <ChevronsUpDown className="text-soft" aria-hidden />
        </Button>
      }
    >
      <div className="max-h-[60vh] overflow-y-auto">
        <MenuItem onSelect={() => onChange(columns.map((one) => one.key))}>{t('matrix.all')}</MenuItem>
        <MenuLine />
        {columns.map((one) => (
          <MenuCheck
            key={one.key}
            checked={keys.includes(one.key)}
            onChange={(on) => {
              const next = on ? [...keys, one.key] : keys.filter((key) => key !== one.key)
              if (next.length > 0) onChange(next)
            }}
          >
            {one.name}
          </MenuCheck>
        ))}
      </div>
    </Menu>
  )
}
