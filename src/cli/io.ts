/** Everything that a command may touch of the process it runs in. */
export interface Io {
  readonly cwd: string;
  /** Columns of the terminal. */
  readonly width: number;
  /** What the output can show, before `--color` and `--no-color`. */
  readonly colour: ColourLevel;
  stdout(text: string): void;
  stderr(text: string): void;
  /** All of standard input. */
  stdin(): Promise<Uint8Array>;
}

/** None, 16, 256, all. */
export type ColourLevel = 0 | 1 | 2 | 3;

const DEFAULT_WIDTH = 80;
/** Longer lines are hard to read. */
const MAX_WIDTH = 110;

/**
 * The process itself. Where a pipe is closed (`creeplint | head`), what is written to it is dropped
 * and the run goes on, since its exit code is not known before its end.
 */
export function systemIo(): Io {
  const { stdout, stderr, stdin } = process;
  return {
    cwd: process.cwd(),
    width: Math.min(stdout.columns ?? DEFAULT_WIDTH, MAX_WIDTH),
    // biome-ignore lint/style/noProcessEnv: the one place where the environment is read
    colour: colourLevel(process.env, stdout),
    stdout: writerTo(stdout),
    stderr: writerTo(stderr),
    stdin: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of stdin) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
  };
}

/** FORCE_COLOR wins over NO_COLOR, as in Node; without them only a terminal gets colour. */
export function colourLevel(
  env: Readonly<Record<string, string | undefined>>,
  stdout: { readonly isTTY?: boolean; getColorDepth?(env?: object): number },
): ColourLevel {
  const { FORCE_COLOR: force, NO_COLOR: no } = env;
  if (force !== undefined) return FORCED[force] ?? 1;
  if (no !== undefined && no !== "") return 0;
  if (stdout.isTTY !== true) return 0;
  return DEPTHS[stdout.getColorDepth?.(env) ?? 1] ?? 0;
}

const FORCED: Readonly<Record<string, ColourLevel>> = { "0": 0, false: 0, "2": 2, "3": 3 };
const DEPTHS: Readonly<Record<number, ColourLevel>> = { 1: 0, 4: 1, 8: 2, 24: 3 };

function writerTo(stream: NodeJS.WriteStream): (text: string) => void {
  let isClosed = false;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    isClosed = true;
  });
  return (text) => {
    if (!isClosed) stream.write(text);
  };
}
