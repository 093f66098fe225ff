import { readDocument } from './main/formats/import/read.ts'
const unit = process.argv[2]!.replaceAll('\\n','\n').replaceAll('\\r','\r'); const bytes = Buffer.from('x' + unit.repeat(5e6 / unit.length) + 'x')
for (const n of ['a.txt','a.md']) { const c = process.cpuUsage(); await readDocument(bytes, n).catch(e => console.log(e.failure)); const d = process.cpuUsage(c); console.log(n, (d.user+d.system)/1000) }
