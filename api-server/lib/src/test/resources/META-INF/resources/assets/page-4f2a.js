export const greenroom = 1;
