import { parentPort } from 'node:worker_threads'
import { dbHandlers } from './db-handlers.js'
import { serve } from './port-rpc.js'

/** `STET_SQLITE_BINDING` names the SQLite binary to use where the runtime cannot load the one that is shipped. */
if (parentPort) serve(parentPort, dbHandlers(process.env['STET_SQLITE_BINDING']))
