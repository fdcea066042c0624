/**
 * Thread that ends its process when the parent is gone.
 *
 * A notebook in an endless loop and a compiler at work never read the message that their parent has died, so
 * this is a thread of its own. It holds a pipe from the parent, which the operating system closes however
 * the parent ends.
 */
import { Socket } from "node:net";
import { workerData } from "node:worker_threads";

const lifeline = new Socket({ fd: workerData as number, readable: true, writable: false });
const end = (): void => {
  process.kill(process.pid, "SIGKILL");
};
lifeline.on("end", end).on("close", end).on("error", end).resume();
