import type { Container } from "./container.ts";

interface Entry {
  /** How names of its files end, in lower case. */
  readonly extensions: readonly string[];
  /** Containers are loaded when one of their files turns up. */
  readonly load: () => Promise<Container>;
}

/** Every container by its name. */
export const containers: Readonly<Record<string, Entry>> = {
  json: {
    extensions: [".json", ".jsonc", ".json5", ".arb"],
    load: async () => (await import("./json.ts")).json,
  },
  csv: {
    extensions: [".csv", ".tsv"],
    load: async () => (await import("./csv.ts")).csv,
  },
  yaml: {
    extensions: [".yaml", ".yml"],
    load: async () => (await import("./yaml.ts")).yaml,
  },
};
