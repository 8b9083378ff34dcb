import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`

// notices() writes the licences of every package whose code is in the bundle.
// Packages with the same text share it. A licence other than those named
// below stops the build, so that somebody looks at it.
export function notices(root) {
  const allowed = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Python-2.0'])
  return {
    name: 'third-party-notices',
    apply: 'build',
    generateBundle() {
      const folders = new Set()
      for (const id of this.getModuleIds()) {
        const folder = packageOf(id.replace(/^\0/, '').split('?')[0])
        if (folder) folders.add(folder)
      }
      const texts = new Map()
      for (const folder of [...folders].sort()) {
        const about = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
        if (!allowed.has(about.license)) this.error(`${about.name} has the licence ${about.license}: look at it first`)
        const text = licence(join(root, folder), about)
        if (!texts.has(text)) texts.set(text, new Set())
        texts.get(text).add(`${about.name} ${about.version} (${about.license})`)
      }
      const parts = [...texts].map(([text, names]) => [...names].sort().join('\n') + '\n\n' + text)
      const rule = '\n\n' + '-'.repeat(76) + '\n\n'
      const source = 'Third-party software in the Playground bundle\n' + rule.slice(1) + parts.sort().join(rule) + '\n'
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-NOTICES.txt', source })
    },
  }
}

function packageOf(id) {
  const at = id.lastIndexOf('/node_modules/')
  if (at < 0) return
  let folder = dirname(id)
  while (folder.length > at) {
    const file = join(folder, 'package.json')
    // Inner package.json files that only set "type" have no name.
    if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version) return folder.slice(id.indexOf('/node_modules/') + 1)
    folder = dirname(folder)
  }
}

function licence(folder, about) {
  const file = readdirSync(folder).filter((name) => /^licen[cs]e/i.test(name)).sort()[0]
  if (file) return readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
  if (about.license !== 'MIT') throw new Error(`${about.name} ships no licence text`)
  const author = typeof about.author === 'string' ? about.author : about.author?.name
  return `Copyright (c) ${author ?? `the authors of ${about.name}`}\n\n${mit}`
}
