import { parentPort } from 'node:worker_threads'
import { dbHandlers } from './db-handlers.js'
import { emit, serve } from './port-rpc.js'

/** `STET_SQLITE_BINDING` names the SQLite binary to use where the runtime cannot load the one that is shipped. */
if (parentPort) {
  const port = parentPort
  serve(
    port,
    dbHandlers(process.env['STET_SQLITE_BINDING'], (share) => emit(port, share)),
  )
}
