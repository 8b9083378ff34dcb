import { Toast as Base } from '@base-ui/react/toast'
import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { buttonLook } from './button'
import { cn } from './cn'

export const toasts = Base.createToastManager()

interface Way {
  label: string
  run: () => void
}

function show(toast: Parameters<typeof toasts.add>[0], way: Way | undefined): void {
  const onClick = () => {
    toasts.close(id)
    way?.run()
  }
  const id = toasts.add({ ...toast, ...(way && { actionProps: { children: way.label, onClick } }) })
}

/** Says that something was done; `undo` takes it back. */
export const say = (title: string, undo?: Way): void => show({ title, timeout: undo ? 10_000 : 5_000 }, undo)

/** Says that something failed, and perhaps a way on; stays until it is closed. */
export const complain = (title: string, description?: string, on?: Way): void => show({ title, description, type: 'error', timeout: 0 }, on)

function List() {
  const { t } = useTranslation()
  const { toasts } = Base.useToastManager()
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      className="flex w-full items-start gap-3 rounded-xl border border-line bg-raised p-3.5 text-sm shadow-xl transition duration-150 data-[ending-style]:opacity-0 data-[starting-style]:translate-y-2 data-[starting-style]:opacity-0"
    >
      {toast.type === 'error' ? (
        <CircleAlert className="mt-0.5 size-4 shrink-0 text-bad" aria-hidden />
      ) : (
        <CircleCheck className="mt-0.5 size-4 shrink-0 text-good" aria-hidden />
      )}
      <div className="min-w-0 grow">
        <Base.Title render={<p />} className="font-medium" />
        <Base.Description className="text-soft" />
      </div>
      <Base.Action className={cn(buttonLook({ look: 'plain', size: 'sm' }), '-my-1 empty:hidden')} />
      {/* The library hides it until the pointer is there; the keyboard reaches it all the same, so it is never hidden. */}
      <Base.Close aria-hidden={false} aria-label={t('close')} className="rounded p-0.5 text-soft hover:text-ink">
        <X className="size-4" aria-hidden />
      </Base.Close>
    </Base.Root>
  ))
}

export const Toasts = () => (
  <Base.Provider toastManager={toasts} limit={4}>
    <Base.Portal>
      <Base.Viewport className="fixed right-4 bottom-4 z-60 flex w-[calc(100vw-2rem)] max-w-sm flex-col gap-2">
        <List />
      </Base.Viewport>
    </Base.Portal>
  </Base.Provider>
)
