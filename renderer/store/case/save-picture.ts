import { ask } from '../../bridge/bridge.js'
import { tell, tellError } from '../toasts.js'

/** Asks for a place and saves an SVG there; `name` is what the file is called unless a person says otherwise. */
export async function savePicture(name: 'Timeline' | 'Relations', svg: string): Promise<void> {
  try {
    const saved = await ask('picture.save', { name, svg })
    if (saved) tell(`Saved as “${saved.fileName}”.`, null, 'picture')
  } catch (error) {
    tellError(error)
  }
}
