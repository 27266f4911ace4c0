// CPU time in steps finer than the system's own.

const nap = new Int32Array(new SharedArrayBuffer(4));

/**
 * CPU time of this thread so far, in microseconds. The system brings a thread's account up to date when it lets go of the
 * processor, or every few milliseconds: it is made to let go.
 */
export function threadTime(): number {
  Atomics.wait(nap, 0, 0, 0.01);
  const { user, system } = process.threadCpuUsage();
  return user + system;
}

/** CPU time of all threads of this process so far, in microseconds. */
export function processTime(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}
