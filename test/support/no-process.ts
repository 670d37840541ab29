/** The id of no process: above the largest that any system gives. */
export const NO_PROCESS: number = 2 ** 30;
