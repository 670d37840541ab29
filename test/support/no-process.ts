/** A process id that no process has: above the largest of any system. */
export const NO_PROCESS: number = 2 ** 30;
