import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'fflate'

// compress() leaves only gzip files of the assets: a third of the size in the
// repository, in the binary and on the way. It is written in JavaScript, so
// that every machine makes the same bytes; the zlib of Node does not promise
// that.
export function compress(assets) {
  return {
    name: 'compress-assets',
    apply: 'build',
    closeBundle() {
      for (const name of readdirSync(assets)) {
        if (!/\.(js|css)$/.test(name)) continue
        const file = join(assets, name)
        writeFileSync(file + '.gz', gzipSync(readFileSync(file), { level: 9, mtime: 0 }))
        rmSync(file)
      }
    },
  }
}
