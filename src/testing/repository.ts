import { execFileSync } from "node:child_process";
import { createProject, type Project } from "./project.ts";

export interface Repository extends Project {
  /** Runs git, and gives what it prints. */
  git(...args: readonly string[]): string;
  /** Adds everything and commits it. */
  commit(): void;
}

/** A git repository with one commit that holds these files. */
export function createRepository(files: Readonly<Record<string, string>>): Repository {
  const project = createProject(files);
  const who = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];
  const git = (...args: readonly string[]) =>
    execFileSync("git", [...who, ...args], { cwd: project.root, encoding: "utf8" });
  const commit = () => {
    git("add", "--all");
    git("commit", "--quiet", "--allow-empty", "--message", "Change");
  };
  git("init", "--quiet", "--initial-branch", "main");
  commit();
  return { ...project, git, commit };
}
