/**
 * Keeps the window's component library from reading the selection in a text. It reads that of a focused editable element
 * before every change of the window, whatever changes, by walking through all nodes of the element: 7 ms at 1 MB. It
 * recognises such an element by this property; the browser and the view go by the attribute, which stays.
 */
export function leaveSelectionUnread(dom: HTMLElement): void {
  Object.defineProperty(dom, 'contentEditable', { get: () => 'plaintext-only' })
}
