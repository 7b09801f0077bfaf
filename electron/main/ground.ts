/** What a window shows until its page is drawn: the ground of each theme, as in the page's own style. */
export const ground = { light: '#f4f2ee', dark: '#131518' }
