import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

export interface Project {
  /** Absolute path of the folder. */
  readonly root: string;
  /** Absolute path of a file in it. */
  path(name: string): string;
  read(name: string): string;
  write(name: string, content: string | Uint8Array): void;
}

/** A folder with files, removed when the test is over. */
export function createProject(files: Readonly<Record<string, string | Uint8Array>>): Project {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "creeplint-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const project: Project = {
    root,
    path: (name) => join(root, name),
    read: (name) => readFileSync(join(root, name), "utf8"),
    write: (name, content) => {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), content);
    },
  };
  for (const [name, content] of Object.entries(files)) project.write(name, content);
  return project;
}
