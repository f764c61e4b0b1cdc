import type { Container } from "./container.ts";

interface Entry {
  /** How names of its files end, in lower case. */
  readonly extensions: readonly string[];
  /** The same for files that are read only where their path is given. */
  readonly named?: readonly string[];
  /** Containers are loaded when one of their files turns up. */
  readonly load: () => Promise<Container>;
}

/** Every container by its name. */
export const containers: Readonly<Record<string, Entry>> = {
  json: {
    extensions: [".json", ".jsonc", ".json5", ".arb", ".xcstrings"],
    load: async () => (await import("./json.ts")).json,
  },
  csv: {
    extensions: [".csv", ".tsv"],
    load: async () => (await import("./csv.ts")).csv,
  },
  eml: {
    extensions: [".eml"],
    load: async () => (await import("./eml.ts")).eml,
  },
  mbox: {
    extensions: [".mbox", ".mbx"],
    load: async () => (await import("./mbox.ts")).mbox,
  },
  po: {
    extensions: [".po", ".pot"],
    load: async () => (await import("../catalogue/po.ts")).po,
  },
  properties: {
    extensions: [".properties"],
    load: async () => (await import("../catalogue/properties.ts")).properties,
  },
  strings: {
    extensions: [".strings"],
    load: async () => (await import("../catalogue/strings.ts")).strings,
  },
  xml: {
    extensions: ["strings.xml", ".xlf", ".xliff", ".resx"],
    named: [".xml"],
    load: async () => (await import("../catalogue/xml.ts")).xml,
  },
  yaml: {
    extensions: [".yaml", ".yml"],
    load: async () => (await import("./yaml.ts")).yaml,
  },
};
