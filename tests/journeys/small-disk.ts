import { spawnSync } from "node:child_process";
import { mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// A disk of its own, in memory, that is really full when it is full.

const mount = (...words: string[]) => spawnSync("mount", words, { encoding: "utf8" });

/** A disk as `mount -o` describes it; in words why there is none where mounting is not allowed. */
export const smallDisk = (options: string) => {
  const folder = mkdtempSync(join(tmpdir(), "wares-disk-"));
  const { status, stderr, error } = mount("-t", "tmpfs", "-o", options, "tmpfs", folder);
  if (status !== 0) {
    rmdirSync(folder);
    return error?.message ?? stderr.trim();
  }
  const ballast = join(folder, "ballast");
  return {
    folder,
    /** Leaves so many bytes free. */
    fill: (bytesLeft = 0) => {
      const { bavail, bsize } = statfsSync(folder);
      try {
        writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - bytesLeft)));
      } catch (error) {
        // Somebody wrote meanwhile: the disk was full a little earlier.
        if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
      }
    },
    free: () => rmSync(ballast, { force: true }),
    resize: (wanted: string) => void mount("-o", `remount,${wanted}`, folder),
    [Symbol.dispose]: () => {
      spawnSync("umount", ["--lazy", folder]);
      rmdirSync(folder);
    },
  };
};
export type SmallDisk = Exclude<ReturnType<typeof smallDisk>, string>;
