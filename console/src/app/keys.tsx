import './command-words'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog, DialogBody } from '@/ui/dialog'
import { useMayInvite } from './offers'
import { commandKeys } from './shortcuts'

const Key = ({ children }: { children: string }) => (
  <kbd className="inline-grid h-6 min-w-6 place-items-center rounded-md border border-edge bg-ground px-1.5 font-sans text-xs font-medium">{children}</kbd>
)

/** What the keyboard does besides moving the focus. */
export function Keys({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['command', 'translation'])
  const invites = useMayInvite()
  const parts = [
    { title: t('keys.anywhere'), keys: [[t('keys.command'), commandKeys], [t('keys.help'), ['?']]] },
    {
      title: t('keys.list'),
      keys: [[t('keys.search'), ['/']], [t('keys.next'), ['j']], [t('keys.previous'), ['k']], [t('keys.choose'), ['x']], [t('keys.open'), ['Enter']]],
    },
    ...(invites ? [{ title: t('keys.users'), keys: [[t('keys.invite'), ['c']]] }] : []),
    { title: t('keys.dialog'), keys: [[t('keys.close'), ['Esc']]] },
  ] as { title: string; keys: [string, string[]][] }[]
  return (
    <Dialog open onClose={onClose} title={t('keysTitle')} description={t('keysText')}>
      <DialogBody className="grid gap-5">
        {parts.map(({ title, keys }) => (
          <section key={title}>
            <h3 className="mb-2 text-sm font-semibold">{title}</h3>
            <dl className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-2 text-sm">
              {keys.map(([name, pressed]) => (
                <Fragment key={name}>
                  <dt className="text-soft">{name}</dt>
                  <dd className="flex justify-end gap-1">
                    {pressed.map((one) => (
                      <Key key={one}>{one}</Key>
                    ))}
                  </dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </DialogBody>
    </Dialog>
  )
}
