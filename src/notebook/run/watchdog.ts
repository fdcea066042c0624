/**
 * Thread that ends the kernel process when its parent is gone.
 *
 * A notebook in an endless loop never reads the message that its parent has died, so this is a thread of
 * its own. It holds a pipe from the parent, which the operating system closes however the parent ends.
 */
import { Socket } from "node:net";
import { workerData } from "node:worker_threads";

const lifeline = new Socket({ fd: workerData as number, readable: true, writable: false });
const end = (): void => {
  process.kill(process.pid, "SIGKILL");
};
lifeline.on("end", end).on("close", end).on("error", end).resume();
