import { spawn } from "node:child_process";
import { resolve } from "node:path";
import type { ColourLevel, Io } from "../cli/io.ts";
import { main } from "../cli/main.ts";

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface MainOptions {
  readonly cwd: string;
  readonly stdin?: string | Uint8Array;
  readonly colour?: ColourLevel;
  readonly width?: number;
}

/** Runs a command line in this process. */
export async function runMain(argv: readonly string[], options: MainOptions): Promise<CliResult> {
  const { cwd, stdin = "", colour = 0, width = 80 } = options;
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    cwd,
    width,
    colour,
    stdout: (text) => out.push(text),
    stderr: (text) => err.push(text),
    stdin: () => Promise.resolve(typeof stdin === "string" ? Buffer.from(stdin) : stdin),
  };
  const code = await main(argv, io);
  return { code, stdout: out.join(""), stderr: err.join("") };
}

const BINARY = resolve(import.meta.dirname, "../../bin/creeplint.js");

interface BinaryOptions {
  readonly cwd: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Closes standard output after its first piece, as `head` does. */
  readonly closesEarly?: boolean;
}

/** Runs the built binary in a process of its own. */
export function runBinary(argv: readonly string[], options: BinaryOptions): Promise<CliResult> {
  const { cwd, stdin = "", env = {}, closesEarly = false } = options;
  const child = spawn(process.execPath, [BINARY, ...argv], { cwd, env: { PATH: "", ...env } });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (piece: Buffer) => {
    out.push(piece);
    if (closesEarly) child.stdout.destroy();
  });
  child.stderr.on("data", (piece: Buffer) => err.push(piece));
  child.stdin.on("error", () => {});
  child.stdin.end(stdin);
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => {
      const text = (pieces: readonly Buffer[]) => Buffer.concat(pieces).toString("utf8");
      done({ code, stdout: text(out), stderr: text(err) });
    });
  });
}
