import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { buttonLook } from './button'
import { cn } from './cn'

interface DialogProps {
  open: boolean
  onClose: () => void
  title: ReactNode
  description?: ReactNode
  children: ReactNode
  /** `sheet` slides in from the side and leaves the list in sight. */
  as?: 'dialog' | 'sheet'
  wide?: boolean
}

export function Dialog({ open, onClose, title, description, children, as = 'dialog', wide }: DialogProps) {
  const { t } = useTranslation()
  const sheet = as === 'sheet'
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop
          className={cn(
            'fixed inset-0 z-40 bg-black/35 transition-opacity duration-150 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0',
            sheet && 'bg-black/15',
          )}
        />
        <Base.Popup
          className={cn(
            'fixed z-50 flex flex-col bg-card text-ink shadow-2xl transition duration-150 outline-none',
            sheet
              ? 'inset-y-0 right-0 w-full max-w-xl border-l border-line data-[ending-style]:translate-x-8 data-[ending-style]:opacity-0 data-[starting-style]:translate-x-8 data-[starting-style]:opacity-0'
              : 'top-[8vh] left-1/2 max-h-[84vh] w-[calc(100vw-1.5rem)] -translate-x-1/2 rounded-2xl border border-line data-[ending-style]:scale-97 data-[ending-style]:opacity-0 data-[starting-style]:scale-97 data-[starting-style]:opacity-0',
            !sheet && (wide ? 'max-w-3xl' : 'max-w-lg'),
          )}
        >
          <header className="flex items-start gap-3 px-5 pt-5 pb-3">
            <div className="min-w-0 grow">
              <Base.Title className="text-lg font-semibold">{title}</Base.Title>
              {description && <Base.Description className="mt-1 text-sm text-soft">{description}</Base.Description>}
            </div>
            <Base.Close className={cn(buttonLook({ look: 'quiet', size: 'icon' }), '-mt-1.5 -mr-2')} aria-label={t('close')}>
              <X aria-hidden />
            </Base.Close>
          </header>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

/** What a dialog shows, scrolled by itself. */
export const DialogBody = ({ children, className }: { children: ReactNode; className?: string }) => (
  <div className={cn('grow overflow-y-auto px-5 pb-5', className)}>{children}</div>
)

export const DialogFoot = ({ children }: { children: ReactNode }) => (
  <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3.5">{children}</footer>
)
