import { parentPort } from 'node:worker_threads'
import { checkHandlers } from './check-handlers.js'
import { emit, serve } from './port-rpc.js'

if (parentPort) {
  const port = parentPort
  serve(
    port,
    checkHandlers((settled) => emit(port, settled)),
  )
}
