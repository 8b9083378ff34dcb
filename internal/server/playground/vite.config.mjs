import { defineConfig } from 'vite'
import { fileURLToPath } from 'node:url'
import { operations } from './build/operations.mjs'
import { notices } from './build/notices.mjs'
import { compress } from './build/compress.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

// GraphiQL ships its two typefaces as base64 inside the style sheet: half of
// the bundle. The reader's own system faces do.
const withoutFonts = {
  name: 'without-fonts',
  enforce: 'pre',
  transform(code, id) {
    if (id.endsWith('.css')) return code.replace(/@font-face\s*{[^}]*}/g, '')
  },
}

export default defineConfig({
  base: '/playground/',
  plugins: [withoutFonts, operations(here('../../../frontend-contract')), notices(here('.')), compress(here('dist/assets'))],
  resolve: {
    // The original writes <style> elements, which style-src 'self' forbids.
    alias: { 'react-style-singleton': here('src/style-singleton.js') },
    dedupe: ['react', 'react-dom', 'graphql'],
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
    rolldownOptions: {
      output: { codeSplitting: false },
      onLog: (level, log, next) => log.code === 'MODULE_LEVEL_DIRECTIVE' || next(level, log),
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/graphql': 'http://127.0.0.1:8080', '/dev': 'http://127.0.0.1:8080' },
  },
})
