import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const server = process.env['TENANTRY_URL'] ?? 'http://127.0.0.1:8080'

// The server knows the text of every trusted document, so the bundle carries
// the hashes alone, and only of the documents that a page imports.
function hashesOnly(): Plugin {
  return {
    name: 'contract-hashes-only',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/frontend-contract/generated/graphql.ts')) return null
      return code.replaceAll(/new TypedDocumentString\(`[^`]*`/g, "/*#__PURE__*/ new TypedDocumentString(''")
    },
  }
}

// Two files that import each other start with half of what they need: an icon
// is undefined in the one or the other, depending on which page came first.
function noCycles(): Plugin {
  return {
    name: 'no-cycles-among-files',
    generateBundle(_, bundle) {
      const importsOf = (file: string): string[] => {
        const one = bundle[file]
        return one?.type === 'chunk' ? one.imports : []
      }
      const done = new Set<string>()
      const walk = (file: string, path: string[]): void => {
        if (path.includes(file)) this.error(`files import each other: ${[...path.slice(path.indexOf(file)), file].join(' → ')}`)
        if (done.has(file)) return
        for (const next of importsOf(file)) walk(next, [...path, file])
        done.add(file)
      }
      for (const file of Object.keys(bundle)) walk(file, [])
    },
  }
}

export default defineConfig({
  base: '/console/',
  plugins: [hashesOnly(), react(), tailwindcss(), noCycles()],
  resolve: {
    alias: {
      '@contract': fileURLToPath(new URL('../frontend-contract/generated/index.ts', import.meta.url)),
      '@': fileURLToPath(new URL('./src', import.meta.url)),
    },
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0, // the policy allows no data: scripts or fonts
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700, // a story weighs the first page
    rolldownOptions: {
      output: {
        chunkFileNames: ({ name }) => `assets/${name.replace(/~.*/, '')}-[hash].js`,
        // A browser fetches six files at a time: what every page needs is one
        // file, what the pages before the sign-in need another, what most pages
        // behind it need a third. What few pages share stays in small files.
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], priority: 3 },
            { name: 'entry', test: /\/src\/pages\/(signin|accept|password|confirm)\//, priority: 2 },
            { name: 'inside', test: /node_modules|\/src\/(api|app|i18n|ui)\/|\/frontend-contract\//, minShareCount: 3, priority: 1 },
            { name: 'shared', minShareCount: 2, entriesAware: true },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    hmr: { overlay: false },
    proxy: Object.fromEntries(['/graphql', '/downloads', '/branding', '/uploads', '/dev'].map((path) => [path, server])),
  },
})
