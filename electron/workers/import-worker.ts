import { parentPort } from 'node:worker_threads'
import { importHandlers } from './import-handlers.js'
import { serve } from './port-rpc.js'

if (parentPort) serve(parentPort, importHandlers)
