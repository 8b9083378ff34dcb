// Makes one JavaScript file of an example that Node can run; what comes from
// npm stays outside of it. Relay's `graphql` tags become imports of what
// relay-compiler made of them, as babel-plugin-relay does.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'

const relay = {
  name: 'relay',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]relay[/\\]\w+\.ts$/ }, async ({ path }) => {
      const names = []
      const text = (await readFile(path, 'utf8')).replaceAll(/\bgraphql`\s*(?:query|mutation|subscription|fragment) (\w+)[^`]*`/g, (tag, name) => {
        names.push(name)
        return name + '_graphql' + '\n'.repeat(tag.split('\n').length - 1)
      })
      const imports = names.map((name) => `import ${name}_graphql from './__generated__/${name}.graphql'; `)
      return { contents: imports.join('') + text, loader: 'ts' }
    })
  },
}

export async function build(name) {
  const outfile = fileURLToPath(new URL(`.built/${name}.mjs`, import.meta.url))
  await esbuild.build({
    entryPoints: [fileURLToPath(new URL(`${name}/run.ts`, import.meta.url))],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'silent',
    plugins: [relay],
  })
  return outfile
}
