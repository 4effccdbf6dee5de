import { en } from "./en";

/** Every word the page says, in the language of the reader: English so far. */
export const t = en;
