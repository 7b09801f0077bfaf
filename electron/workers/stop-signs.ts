/** What the service writes into the shared memory of a run of the checks to stop it. */
export const stopSigns = {
  run: 0,
  /** Stop, and send what is settled by now. */
  keep: 1,
  /** Stop; another run is to follow, or none at all. */
  drop: 2,
} as const
