import { BrandingLookFieldsFragmentDoc, readFragment, ViewerLookDocument } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { gql } from '@/api/gql'
import { brandColours, brandLook } from '@/ui/brand'
import { titleProduct } from '@/ui/title'
import { useViewer } from './session'

/** How the product is called and coloured for the person signed in; the reseller decides. */
function useLook() {
  const { organization } = useViewer()
  const portal = organization?.kind === 'RESELLER' ? 'RESELLER' : 'CUSTOMER'
  const { data } = useQuery({
    queryKey: ['viewer', 'look', portal],
    queryFn: async () => readFragment(BrandingLookFieldsFragmentDoc, (await gql(ViewerLookDocument, { portal })).viewer?.branding) ?? null,
    staleTime: 300_000,
  })
  return data
}

/** Name and logo of the product, whose colours the whole page takes. */
export function Mark() {
  const look = useLook()
  const colours = look && JSON.stringify(brandColours(look.primaryColor, look.onPrimaryColor))
  // On the body, so that dialogs have them too.
  useEffect(() => {
    if (!colours) return
    const { style, classList } = document.body
    const pairs = Object.entries(JSON.parse(colours) as Record<string, string>)
    for (const [name, value] of pairs) style.setProperty(name, value)
    classList.add(...brandLook.split(' '))
    return () => {
      for (const [name] of pairs) style.removeProperty(name)
      classList.remove(...brandLook.split(' '))
    }
  }, [colours])
  const product = look?.productName ?? 'Tenantry'
  useEffect(() => titleProduct(product), [product])
  // A logo comes with the public address of the program, the page perhaps with a host of the reseller's own.
  const logo = look?.logoUrl && new URL(look.logoUrl, location.origin).pathname
  if (logo) return <img src={logo} alt={product} className="max-h-8 max-w-44 rounded bg-white object-contain p-0.5" />
  return (
    <span className="flex min-w-0 items-center gap-2.5 font-semibold">
      {look ? (
        <span aria-hidden className="grid size-6 shrink-0 place-items-center rounded-md bg-(--brand) text-xs text-(--on-brand)">
          {product.slice(0, 1).toUpperCase()}
        </span>
      ) : (
        <img src="/console/icon.svg" alt="" className="size-6" />
      )}
      <span className="line-clamp-2 text-sm leading-tight">{product}</span>
    </span>
  )
}
