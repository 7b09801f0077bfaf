import { config } from 'zod'

// Zod would try whether it may make functions from text. The page's policy forbids that, and says so in the console.
config({ jitless: true })
