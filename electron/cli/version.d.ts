/** The version in package.json, put in place when the program is built. */
declare const STET_VERSION: string
