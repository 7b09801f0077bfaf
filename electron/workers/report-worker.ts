import { parentPort } from 'node:worker_threads'
import { serve } from './port-rpc.js'
import { reportHandlers } from './report-handlers.js'

if (parentPort) serve(parentPort, reportHandlers)
