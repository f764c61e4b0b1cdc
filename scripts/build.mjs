/** Bundles src/ into dist/ and writes the declarations. Silent unless something is wrong. */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "esbuild";

const ROOT = resolve(import.meta.dirname, "..");
const { dependencies } = JSON.parse(readFileSync(resolve(ROOT, "package.json"), "utf8"));

/** compromise is some 450 files: bundled, it loads in half the time. */
const BUNDLED = ["compromise"];

rmSync(resolve(ROOT, "dist"), { recursive: true, force: true });
await build({
  absWorkingDir: ROOT,
  entryPoints: ["src/index.ts", "src/cli/main.ts"],
  outbase: "src",
  outdir: "dist",
  bundle: true,
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  format: "esm",
  platform: "node",
  target: "node20",
  external: Object.keys(dependencies).filter((name) => !BUNDLED.includes(name)),
  logLevel: "warning",
});

const tsc = resolve(ROOT, "node_modules/typescript/bin/tsc");
const types = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], {
  cwd: ROOT,
  stdio: "inherit",
});
process.exitCode = types.status ?? 1;
