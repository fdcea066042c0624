import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

const SITE = "_site";
const STAGING = /^\.site-(\d+)$/;
const PREVIOUS = /^\.site-old-(\d+)$/;

/** Path of the site of the project whose Quarto project is `reports`. */
export function sitePath(reports: string): string {
  return join(reports, SITE);
}

/** Name of the folder below `reports` in which this process makes a new site. */
export function stagingName(pid: number = process.pid): string {
  return `.site-${pid}`;
}

/**
 * Puts the finished new site in the place of the present one by two renames. The present site is kept until
 * the new one stands.
 *
 * @param reports - folder that holds `_site` and the finished staging folder
 */
export function swapSite(reports: string, pid: number = process.pid): void {
  const site = sitePath(reports);
  const previous = join(reports, `.site-old-${pid}`);
  rmSync(previous, { recursive: true, force: true });
  if (existsSync(site)) renameSync(site, previous);
  try {
    renameSync(join(reports, stagingName(pid)), site);
  } catch (error) {
    if (existsSync(previous)) renameSync(previous, site);
    throw error;
  }
  rmSync(previous, { recursive: true, force: true });
}

/**
 * Mends what killed runs left: a site that was moved away and not replaced comes back, unfinished sites go.
 * Folders of runs that are alive stay.
 */
export function recoverSite(reports: string): void {
  const names = existsSync(reports) ? readdirSync(reports).sort() : [];
  for (const name of names) {
    const pid = Number(PREVIOUS.exec(name)?.[1] ?? STAGING.exec(name)?.[1]);
    if (Number.isNaN(pid) || isAlive(pid)) continue;
    const path = join(reports, name);
    if (PREVIOUS.test(name) && !existsSync(sitePath(reports))) renameSync(path, sitePath(reports));
    else rmSync(path, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
