import { BrandingLogoRemoveDocument, BrandingLogoUploadCreateDocument } from '@contract'
import { ImageUp, Trash2 } from 'lucide-react'
import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, Refused, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { say } from '@/ui/toast'
import type { Place } from './portal'
import { ownPath } from './preview'

const limit = { bytes: 512 * 1024, pixels: 2000, types: ['image/png', 'image/jpeg'] }

interface LogoSettingProps {
  place: Place
  own: string | null
  above: string | null
  from: string
  disabled: boolean
}

/** The logo: dropped or chosen, judged here and once more by the server, shown at once. */
export function LogoSetting({ place, own, above, from, disabled }: LogoSettingProps) {
  const { t, i18n } = useTranslation(['branding', 'translation'])
  const [wrong, setWrong] = useState<string>()
  const [over, setOver] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const upload = useChange(
    (file: File) => send(place, file),
    () => say(t('logo.done')),
  )
  const remove = useChange(
    async () => settled((await gql(BrandingLogoRemoveDocument, place)).brandingLogoRemove),
    () => say(t('logo.removed')),
  )
  const take = async (file: File | undefined) => {
    if (!file) return
    upload.reset()
    const kib = new Intl.NumberFormat(i18n.language).format(Math.ceil(file.size / 1024))
    if (!limit.types.includes(file.type)) return setWrong(t('logo.type', { name: file.name }))
    if (file.size > limit.bytes) return setWrong(t('logo.size', { kib }))
    const picture = await createImageBitmap(file).catch(() => null)
    if (!picture) return setWrong(t('logo.damaged', { name: file.name }))
    const { width, height } = picture
    picture.close()
    if (width > limit.pixels || height > limit.pixels) return setWrong(t('logo.pixels', { width, height }))
    setWrong(undefined)
    upload.run(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  const shown = own ?? above
  return (
    <div className="flex flex-col gap-1.5" role="group" aria-label={t('logo.title')}>
      <span className="text-sm font-medium">{t('logo.title')}</span>
      <div
        onDragOver={(event) => {
          if (disabled) return
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={disabled ? undefined : drop}
        className={cn('flex flex-wrap items-center gap-4 rounded-xl border border-dashed border-edge p-4', over && 'border-primary bg-tint')}
      >
        {shown ? (
          <img src={ownPath(shown)} alt={t('logo.title')} className="max-h-14 max-w-40 rounded-lg bg-white object-contain p-1" />
        ) : (
          <span className="text-sm text-soft">{t('logo.none')}</span>
        )}
        <span className="grow" />
        {!disabled && (
          <>
            <input
              ref={field}
              type="file"
              accept={limit.types.join(',')}
              aria-label={t('logo.choose')}
              className="sr-only"
              tabIndex={-1}
              onChange={(event) => {
                void take(event.target.files?.[0])
                event.target.value = ''
              }}
            />
            <Button size="sm" busy={upload.busy} onClick={() => field.current?.click()}>
              <ImageUp aria-hidden />
              {t(own ? 'logo.replace' : 'logo.choose')}
            </Button>
            {own && (
              <Button size="sm" look="quiet" busy={remove.busy} onClick={() => remove.run(undefined)}>
                <Trash2 aria-hidden />
                {t('translation:remove')}
              </Button>
            )}
          </>
        )}
      </div>
      <p className="text-xs text-soft">
        {t('logo.hint')} {!own && shown && t('inherited', { from })}
      </p>
      {wrong && (
        <p role="alert" className="text-sm text-bad">
          {wrong}
        </p>
      )}
      {!wrong && upload.above()}
      {remove.above()}
    </div>
  )
}

/** Asks for an address that takes this one file, and sends it there. */
async function send(place: Place, file: File): Promise<void> {
  const { upload } = settled((await gql(BrandingLogoUploadCreateDocument, { ...place, contentType: file.type, size: file.size })).brandingLogoUploadCreate)
  const response = await fetch(ownPath(upload?.url ?? ''), { method: 'PUT', body: file, headers: { 'content-type': file.type } })
  if (!response.ok) throw new Refused([{ code: 'INVALID', message: (await response.text()).trim(), path: [] }])
}
