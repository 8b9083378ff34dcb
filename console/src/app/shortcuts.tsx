import { Search } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/button'

/** How the keys that open the command menu are written on this machine. */
export const commandKeys = /Mac|iP/.test(navigator.platform) ? ['⌘', 'K'] : ['Ctrl', 'K']

/** Ctrl or Cmd with K opens the command menu, from fields too; "?" the help. */
export function useShellKeys(open: (over: 'command' | 'keys' | undefined) => void, isOpen: boolean): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const dialog = document.querySelector('[role=dialog],[role=alertdialog]')
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
        event.preventDefault() // of what the browser does with these keys
        if (isOpen) open(undefined)
        else if (!dialog) open('command')
      } else if (event.key === '?' && !dialog && !(event.target as HTMLElement).closest('input,textarea,select,[contenteditable],[role=menu],[role=listbox]')) {
        event.preventDefault()
        open('keys')
      }
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  })
}

/** Opens the command menu by pointer, and tells which keys do. */
export function SearchButton({ small, onOpen }: { small?: boolean; onOpen: () => void }) {
  const { t } = useTranslation()
  if (small)
    return (
      <Button look="quiet" size="icon" aria-label={t('nav.command')} onClick={onOpen}>
        <Search aria-hidden />
      </Button>
    )
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-keyshortcuts="Control+K Meta+K"
      className="flex h-9 w-full items-center gap-2.5 rounded-lg border border-line bg-ground px-2.5 text-sm text-soft hover:border-edge hover:text-ink"
    >
      <Search className="size-4 shrink-0" aria-hidden />
      <span className="grow truncate text-left">{t('nav.command')}</span>
      <kbd aria-hidden className="shrink-0 font-sans text-xs">
        {commandKeys.join(' ')}
      </kbd>
    </button>
  )
}
