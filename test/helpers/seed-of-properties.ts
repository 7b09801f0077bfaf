import fc from 'fast-check'

// A run of one state of the project can be repeated, and each state tries other inputs than the one before.
fc.configureGlobal({ seed: Number.parseInt(process.env.STET_TEST_SEED ?? '1', 16) | 0 })
