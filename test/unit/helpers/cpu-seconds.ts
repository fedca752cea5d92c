/** How long work takes, in seconds of CPU time: other programs that run meanwhile don't count. */
export function cpuSecondsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1_000_000;
}
