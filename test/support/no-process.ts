/** A process id that no process can have, because it is above every system's maximum. */
export const NO_PROCESS: number = 2 ** 30;
