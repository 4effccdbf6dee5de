/** The longest description of a picture, in characters, as the API's document has it for an attachment (a test compares). */
export const ALT_TEXT_MAX = 1_500;
