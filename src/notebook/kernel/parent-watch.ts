/**
 * Thread that ends a Jupyter kernel when Jupyter itself was killed: nobody tells the kernel then, and one
 * in an endless loop could not listen.
 */
const CHECK_MS = 1000;

const jupyter = process.ppid;

setInterval(() => {
  if (process.ppid !== jupyter || !isAlive(jupyter)) process.kill(process.pid, "SIGKILL");
}, CHECK_MS);

/** On Windows the number of the parent stays when the parent is gone. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
