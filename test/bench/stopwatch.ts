/** Gone from Node's types for 20, where it doesn't exist. */
const threadCpuUsage = (process as { threadCpuUsage?: () => NodeJS.CpuUsage }).threadCpuUsage?.bind(process);

const sum = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000;

/** Where CPU time comes in ticks of milliseconds, it says nothing about a keystroke. */
const hasFineCpuTime = ((): boolean => {
  let last = sum(process.cpuUsage());
  const giveUp = performance.now() + 50;
  while (performance.now() < giveUp) {
    const now = sum(process.cpuUsage());
    if (now > last && now - last < 0.1) {
      return true;
    }
    last = now;
  }
  return false;
})();

/** How times are taken, for the report. */
export const clock = threadCpuUsage
  ? 'CPU time of the main thread'
  : hasFineCpuTime
    ? 'the lesser of wall time and CPU time of the process, an upper bound of the CPU time of the main thread'
    : 'wall time';

/**
 * Takes the CPU time of the main thread, in milliseconds. Node 20 doesn't tell it, but it is no more than the CPU
 * time of the process, which counts threads that collect garbage and compile, and no more than the wall time,
 * which counts the time when other processes had the processor: the lesser of both comes close.
 */
export function startStopwatch(): () => number {
  if (threadCpuUsage) {
    const start = sum(threadCpuUsage());
    return () => sum(threadCpuUsage()) - start;
  }
  const startCpu = hasFineCpuTime ? sum(process.cpuUsage()) : 0;
  const startWall = performance.now();
  return () => {
    const wall = performance.now() - startWall;
    return hasFineCpuTime ? Math.min(wall, sum(process.cpuUsage()) - startCpu) : wall;
  };
}
