/** Says a figure of the run, a line for each, among the output of the tests. */
export function sayFigure(fault: string, figure: string): void {
  process.stdout.write(`  ${fault}: ${figure}\n`)
}
