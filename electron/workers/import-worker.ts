import { parentPort } from 'node:worker_threads'
import { importHandlers } from './import-handlers.js'
import { emit, serve } from './port-rpc.js'

const port = parentPort
if (port)
  serve(
    port,
    importHandlers((done) => emit(port, done)),
  )
