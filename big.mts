import { zipSync, strToU8, unzipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { readDocument } from './main/formats/import/read.ts'
const mb = Number(process.argv[2]); const kind = process.argv[3]
let bytes: Uint8Array
if (kind === 'docx') {
  const parts = unzipSync(readFileSync('test/fixtures/documents/gesprek-r07.docx'))
  const main = Buffer.from(parts['word/document.xml']!).toString()
  const p = (i: number) => `<w:p w:rsidR="00A1${i}" w:rsidRDefault="00A1B2C3"><w:pPr><w:rPr><w:lang w:val="nl-NL"/></w:rPr></w:pPr><w:r w:rsidRPr="00D"><w:rPr><w:b/></w:rPr><w:t>${i % 2 ? 'I' : 'R07'}:</w:t></w:r>` + Array.from({length: 6}, (_, k) => `<w:r w:rsidR="00C${i}${k}"><w:rPr><w:lang w:val="nl-NL"/></w:rPr><w:t xml:space="preserve"> Dat was toen heel anders dan nu, zei hij</w:t></w:r>`).join('') + '</w:p>'
  let body = ''; let i = 0; while (body.length < mb * 1e6) body += p(i++)
  parts['word/document.xml'] = strToU8(main.replace(/<w:body>.*<\/w:body>/s, `<w:body>${body}</w:body>`))
  bytes = zipSync(parts)
} else { let t = ''; while (t.length < mb * 1e6) t += `I: Waarom bent u gegaan, en wat [stilte] dacht u?\r\nR07: Het was niet veilig, zei mijn broer, é, en toen gingen wij op weg naar het noorden.\r\n`; bytes = Buffer.from(t) }
globalThis.gc?.(); const c = process.cpuUsage(), t = performance.now()
const d = await readDocument(bytes, 'a.' + kind).catch(e => { console.log(e.failure ?? e); return null })
const u = process.cpuUsage(c); console.log(mb, 'MB', kind, 'packed', bytes.length, 'words', d?.wordStarts.length, 'wall', (performance.now() - t).toFixed(0), 'cpu', (u.user + u.system) / 1000, 'rss', (process.resourceUsage().maxRSS / 1024).toFixed(0))
