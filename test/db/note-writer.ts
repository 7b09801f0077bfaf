import { writeSync } from 'node:fs'
import { openCase } from '../../db/case-store.js'
import { instant, writeNote } from './case-data.js'

// Run as a process of its own, to be killed: writes notes on claim 10 of the case, from the number given on, and says
// the number of each once it is saved.
const [path, first] = process.argv.slice(2)
const store = openCase(path ?? '')
for (let number = Number(first); ; number++) {
  store.perform(writeNote(number, 10, `Note ${number} `.repeat(50)), 'Ada', instant(number))
  if (number % 3 === 0)
    store.perform(writeNote(number, 10, `Note ${number} again `.repeat(50)), 'Ada', instant(number))
  writeSync(1, `${number}\n`)
}
