import { writeSync } from 'node:fs'
import { argv } from 'node:process'
import { writeFileWhole } from '../../electron/service/files/write-file.js'
import { exportedText } from './exported-text.js'

/* Run as a process of its own: exports again and again to the path given, and says `exported <number>` after each. */
const [path = '', times = ''] = argv.slice(2)
for (let number = 0; number < Number(times); number++) {
  await writeFileWhole(path, exportedText(number))
  writeSync(1, `exported ${number}\n`)
}
