import { savePicture } from '../../store/case/save-picture.js'

/** Asks for a place and saves a drawing there. */
export const exportTimeline = (svg: string): Promise<void> => savePicture('Timeline', svg)
