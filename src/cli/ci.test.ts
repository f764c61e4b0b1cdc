import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { supportedExtensions } from "../lint.ts";
import { ARCHIVES } from "../run/jobs.ts";
import { fakeNpx } from "../testing/fake-npx.ts";
import { createProject, type Project } from "../testing/project.ts";
import { createRepository } from "../testing/repository.ts";
import { runMain } from "../testing/run-cli.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

const CREEPY = "We noticed you like rakes.\n";
const CART = "You left a watering can in your cart.\n";
const CALM = "Our sale on brooms is on this weekend.\n";

function problems(schema: string, value: unknown) {
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(read(`fixtures/report-schemas/${schema}`)));
  return validate(value) ? [] : validate.errors;
}

describe("action.yml", () => {
  const action = parse(read("action.yml"));
  const [step] = action.runs.steps;

  test("is an action, and hands every input on without putting it into a script", () => {
    expect(problems("github-action.json", action)).toEqual([]);
    const handed = Object.entries(step.env).map(([name, value]) => `${name} ${value}`);
    const inputs = Object.keys(action.inputs).filter((name) => name !== "working-directory");
    expect(handed).toEqual(
      inputs.map(
        (name) => `CREEPLINT_${name.toUpperCase().replaceAll("-", "_")} \${{ inputs.${name} }}`,
      ),
    );
    expect(step.run).not.toContain("${{");
  });

  /** Runs the script as a runner does. */
  function runAction(project: Project, inputs: Readonly<Record<string, string>>) {
    const runner = createProject({ output: "", summary: "" });
    const { env, calls } = fakeNpx({
      CREEPLINT_CHANGED_ONLY: "true",
      CREEPLINT_FAIL_ON: "error",
      GITHUB_ACTIONS: "true",
      GITHUB_BASE_REF: "",
      GITHUB_OUTPUT: runner.path("output"),
      GITHUB_STEP_SUMMARY: runner.path("summary"),
      ...inputs,
    });
    const script = join(ROOT, "action/run.sh");
    const { status, stdout, stderr } = spawnSync("bash", [script], {
      cwd: project.root,
      env,
      encoding: "utf8",
    });
    return {
      status,
      stdout,
      stderr,
      output: runner.read("output"),
      summary: runner.read("summary"),
      calls: calls(),
    };
  }

  test("annotates, sums up, writes SARIF, and fails as creeplint does", () => {
    const project = createRepository({ "a.txt": CREEPY, "b c.txt": CART });
    const result = runAction(project, {
      CREEPLINT_SARIF_FILE: "out/creeplint.sarif",
      CREEPLINT_VERSION: "1.2.3",
    });
    expect(result).toMatchObject({
      status: 1,
      stderr: "",
      output: "exit-code=1\nsarif-file=out/creeplint.sarif\n",
    });
    expect(result.calls.slice(0, 3)).toEqual(["--yes", "creeplint@1.2.3", "lint"]);
    expect(result.stdout).toMatch(/^::error file=a\.txt,line=1,.+\n::warning file=b c\.txt,/u);
    expect(result.summary).toMatch(/^### creeplint: 1 error and 1 warning in 2 of 2 files\./u);
    expect(JSON.parse(project.read("out/creeplint.sarif")).runs[0].results).toHaveLength(2);
  });

  test("inputs are arguments, whatever is in them", () => {
    const project = createRepository({
      "a b.txt": CALM,
      "$(touch evil).txt": CALM,
      "-c.txt": CALM,
    });
    const { status, calls } = runAction(project, {
      CREEPLINT_FILES: "a b.txt\n\n$(touch evil).txt\n-c.txt\n",
      CREEPLINT_MAX_WARNINGS: "0",
      CREEPLINT_MAX_SCORE: "10",
    });
    expect(status).toBe(0);
    expect(calls.slice(-4)).toEqual(["--", "a b.txt", "$(touch evil).txt", "-c.txt"]);
    expect(calls.join(" ")).toContain("--max-warnings 0 --max-score 10 --");
    expect(project.git("status", "--porcelain")).toBe("");
  });

  test("trouble is exit code 2", () => {
    const { status, output } = runAction(createRepository({}), { CREEPLINT_CONFIG: "nope.yaml" });
    expect([status, output]).toEqual([2, "exit-code=2\nsarif-file=\n"]);
  });

  describe("in a pull request, reports what it changes", () => {
    /** A pull request on a base that went on meanwhile, and a clone as actions/checkout makes it. */
    function checkout(what: "merge" | "work", depth: readonly string[]) {
      const origin = createRepository({ "a.txt": `${CREEPY}\n` });
      origin.git("checkout", "--quiet", "-b", "work");
      origin.write("a.txt", `${CREEPY}\n${CART}`);
      origin.commit();
      origin.git("checkout", "--quiet", "main");
      origin.write("b.txt", CREEPY);
      origin.commit();
      origin.git("checkout", "--quiet", "-b", "merge");
      origin.git("merge", "--quiet", "--no-edit", "work");
      const clone = createProject({});
      const url = `file://${origin.root}`;
      origin.git("clone", "--quiet", ...depth, "--branch", what, url, clone.root);
      return clone;
    }

    test.each<["merge" | "work", readonly string[]]>([
      ["merge", ["--depth=1"]],
      ["merge", []],
      ["work", ["--depth=1"]],
      ["work", []],
    ])("where %s is checked out with %j", (what, depth) => {
      const { stdout, stderr } = runAction(checkout(what, depth), { GITHUB_BASE_REF: "main" });
      expect(stderr).toBe("");
      expect(stdout).toMatch(/^::warning file=a\.txt,line=3,[^\n]+\n$/u);
    });

    test("unless all is wanted", () => {
      const { stdout } = runAction(checkout("merge", []), {
        GITHUB_BASE_REF: "main",
        CREEPLINT_CHANGED_ONLY: "false",
      });
      expect(stdout.trimEnd().split("\n")).toHaveLength(3);
    });
  });
});

describe(".pre-commit-hooks.yaml", () => {
  const hooks: readonly { id: string; files: string }[] = parse(read(".pre-commit-hooks.yaml"));

  test("is a list of hooks", () => {
    expect(problems("pre-commit-hooks.json", hooks)).toEqual([]);
    expect(hooks.map(({ id }) => id)).toEqual(["creeplint", "creeplint-fix"]);
  });

  test("takes copy, and no file that creeplint cannot read or that holds code or data", () => {
    const known = [...supportedExtensions, ...ARCHIVES].filter((name) => name.startsWith("."));
    for (const { files } of hooks) {
      const taken = known.filter((name) => new RegExp(files, "u").test(`mail/a${name}`));
      expect(taken).toEqual(expect.arrayContaining([".html", ".mjml", ".liquid", ".md", ".jsonl"]));
      const listed = /\((.*)\)\$$/u.exec(files)?.[1]?.replaceAll("?", "").split("|") ?? [];
      expect(listed.filter((name) => !known.includes(`.${name}`))).toEqual([]);
      for (const name of [".json", ".yaml", ".tsx", ".php"]) expect(taken).not.toContain(name);
    }
  });
});

test("npm pack prints the name of the package only, which pre-commit relies on", () => {
  const project = createProject({
    ".npmrc": read(".npmrc"),
    "package.json": JSON.stringify({
      name: "x",
      version: "1.0.0",
      scripts: { prepack: "node --version" },
    }),
  });
  const { stdout } = spawnSync("npm", ["pack"], { cwd: project.root, encoding: "utf8" });
  expect(stdout).toBe("x-1.0.0.tgz\n");
});

describe("creeplint init", () => {
  test("--hook stops a commit that is creepy, and no other", async () => {
    const project = createRepository({ "a.txt": CALM });
    const { stdout } = await runMain(["init", "--hook"], { cwd: project.root });
    expect(stdout).toBe("Wrote creeplint.yaml. Now run: creeplint\nWrote .git/hooks/pre-commit.\n");
    const { env } = fakeNpx();
    const commit = (text: string) => {
      project.write("a.txt", text);
      project.git("add", "a.txt");
      const who = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];
      return spawnSync("git", [...who, "commit", "--message", "x"], {
        cwd: project.root,
        env,
        encoding: "utf8",
      });
    };
    expect(commit(`${CALM}\n${CALM}`).status).toBe(0);
    const stopped = commit(CREEPY);
    expect([stopped.status, stopped.stdout + stopped.stderr]).toEqual([
      1,
      expect.stringContaining("watching/noticed"),
    ]);
  });

  test("--hook goes where the project keeps its hooks", async () => {
    const husky = createRepository({ ".husky/_/x": "" });
    await runMain(["init", "--hook"], { cwd: husky.root });
    expect(husky.read(".husky/pre-commit")).toBe("npx --no-install creeplint --staged\n");
    const listed = createRepository({
      ".pre-commit-config.yaml": "repos: []\n",
      "creeplint.yaml": "",
    });
    const { stdout } = await runMain(["init", "--hook"], { cwd: listed.root });
    expect(stdout).toMatch(/^Add this to \.pre-commit-config\.yaml/u);
    const [repo] = parse(stdout.slice(stdout.indexOf("  - repo")));
    expect(repo.hooks[0]).toMatchObject({ id: "creeplint", pass_filenames: false });
  });

  test("--hook needs a repository, and overwrites nothing", async () => {
    const { root } = createProject({});
    expect((await runMain(["init", "--hook"], { cwd: root })).stderr).toContain("in no git repo");
    const project = createRepository({ "creeplint.yaml": "" });
    project.write(".git/hooks/pre-commit", "mine\n");
    const { code, stderr } = await runMain(["init", "--hook"], { cwd: project.root });
    expect(code).toBe(2);
    expect(stderr).toContain("This file is there already. Use --force");
    expect(project.read(".git/hooks/pre-commit")).toBe("mine\n");
  });

  test("--ci writes a workflow for GitHub, or a job for GitLab where it is used", async () => {
    const github = createProject({ "creeplint.yaml": "" });
    await runMain(["init", "--ci"], { cwd: github.root });
    const { jobs } = parse(github.read(".github/workflows/creeplint.yml"));
    expect(jobs.creeplint.steps[2].run).toContain("--format github");
    const gitlab = createProject({ "creeplint.yaml": "", ".gitlab-ci.yml": "" });
    const { stdout } = await runMain(["init", "--ci"], { cwd: gitlab.root });
    expect(stdout).toContain('Add to .gitlab-ci.yml: "include: .gitlab/creeplint.yml"');
    const job = parse(gitlab.read(".gitlab/creeplint.yml")).creeplint;
    expect(job.artifacts.reports).toEqual({ codequality: "gl-code-quality-report.json" });
    expect(job.artifacts).toEqual(parse(read("ci/gitlab.yml")).creeplint.artifacts);
  });
});

test.each(["github", "gitlab"])("the commands of the job for %s run", async (where) => {
  const files = where === "gitlab" ? { ".gitlab-ci.yml": "" } : {};
  const project = createRepository({ "a.txt": `${CREEPY}\n`, "creeplint.yaml": "", ...files });
  await runMain(["init", "--ci"], { cwd: project.root });
  project.write("a.txt", `${CREEPY}\n${CART}`);
  const script =
    where === "gitlab"
      ? parse(project.read(".gitlab/creeplint.yml")).creeplint.script[0]
      : parse(project.read(".github/workflows/creeplint.yml")).jobs.creeplint.steps[2].run;
  const base = where === "gitlab" ? "CI_MERGE_REQUEST_DIFF_BASE_SHA" : "BASE";
  const runScript = (value: string) => {
    const { env } = fakeNpx({ [base]: value });
    return spawnSync("sh", ["-c", script], { cwd: project.root, env, encoding: "utf8" });
  };
  expect(runScript("").stdout).toContain("watching/noticed");
  const inRequest = runScript("HEAD");
  expect(inRequest.stdout).toContain("activity/cart");
  expect(inRequest.stdout).not.toContain("watching/noticed");
});
