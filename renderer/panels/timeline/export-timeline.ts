import { saveSvg } from './timeline-calls.js'
import { tell, tellError } from '../../store/toasts.js'

/** Asks for a place and saves a drawing there. */
export async function exportTimeline(svg: string): Promise<void> {
  try {
    const saved = await saveSvg(svg)
    if (saved) tell(`Timeline saved as “${saved.fileName}”.`)
  } catch (error) {
    tellError(error)
  }
}
