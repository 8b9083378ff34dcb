let product = 'Tenantry'
let page = ''

function show(): void {
  document.title = page ? `${page} · ${product}` : product
}

/** How the tab of the browser calls the page that is open. */
export function titlePage(name: string): void {
  page = name
  show()
}

/** How it calls the product. */
export function titleProduct(name: string): void {
  product = name
  show()
}
