/** Bundles src/ into dist/ and writes the declarations. Silent unless something is wrong. */
import { spawnSync } from "node:child_process";
import { copyFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "esbuild";
import { lazySegmenters } from "./lazy-segmenters.mjs";
import { trimTagger } from "./trim-tagger.mjs";

const ROOT = resolve(import.meta.dirname, "..");
const CHUNKS = "chunks";
/** What the chunk of src/ruleset/builtin.ts reads from beside it. */
const DATA = ["compiled.json", "judgement.bin"];

rmSync(resolve(ROOT, "dist"), { recursive: true, force: true });
await build({
  absWorkingDir: ROOT,
  entryPoints: ["src/index.ts", "src/cli/main.ts"],
  outbase: "src",
  outdir: "dist",
  // Dependencies too: a few large files load in a fraction of the time of many small ones.
  bundle: true,
  splitting: true,
  chunkNames: `${CHUNKS}/[name]-[hash]`,
  format: "esm",
  platform: "node",
  target: "node20",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "linked",
  // Dependencies that are CommonJS ask for Node's own modules in their own way.
  banner: {
    js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
  },
  // Of CommonJS too, to name temporary files.
  define: { __filename: "import.meta.filename" },
  plugins: [lazySegmenters(), trimTagger(resolve(ROOT, "dist", CHUNKS))],
  logLevel: "warning",
});
for (const name of DATA) {
  copyFileSync(resolve(ROOT, "src/ruleset", name), resolve(ROOT, "dist", CHUNKS, name));
}

const tsc = resolve(ROOT, "node_modules/typescript/bin/tsc");
const types = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], {
  cwd: ROOT,
  stdio: "inherit",
});
process.exitCode = types.status ?? 1;
