import {
  installKernelSpec,
  kernelSpecFolder,
  uninstallKernelSpec,
} from "../notebook/kernel-spec.js";
import type { Terminal } from "./terminal.js";

/** Options as typed. */
export interface KernelCommandOptions {
  readonly sysPrefix: boolean;
  readonly json: boolean;
}

/** `ostia kernel install`: registers the kernel with Jupyter; 0. */
export function kernelInstall(options: KernelCommandOptions, terminal: Terminal): number {
  const folder = kernelSpecFolder(options.sysPrefix ? "sys-prefix" : "user");
  installKernelSpec(folder);
  if (options.json) terminal.out(JSON.stringify({ installed: folder }));
  else terminal.note(`The kernel "Ostia (TypeScript)" stands in ${folder}`);
  return 0;
}

/** `ostia kernel uninstall`: 0 when it was there, 1 when not. */
export function kernelUninstall(options: KernelCommandOptions, terminal: Terminal): number {
  const folder = kernelSpecFolder(options.sysPrefix ? "sys-prefix" : "user");
  const removed = uninstallKernelSpec(folder);
  if (options.json) terminal.out(JSON.stringify({ removed: removed ? folder : null }));
  else terminal.note(removed ? `Removed ${folder}` : `There is no kernel in ${folder}`);
  return removed ? 0 : 1;
}
