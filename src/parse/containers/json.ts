import { dataFile } from "../data/data-file.ts";
import { readJsonTree } from "../data/json-tree.ts";

/** JSON with or without comments, and ARB catalogues. */
export const json = dataFile(readJsonTree);
