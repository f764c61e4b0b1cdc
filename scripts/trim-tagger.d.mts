import type { Plugin } from "esbuild";

export function trimTagger(outdir: string): Plugin;
