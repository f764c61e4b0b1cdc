import { dataFile } from "../data/data-file.ts";
import { readYamlTree } from "../data/yaml-tree.ts";

/** YAML, of locales and of campaigns. */
export const yaml = dataFile(readYamlTree);
