import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createProject } from "../testing/project.ts";
import { createRepository, type Repository } from "../testing/repository.ts";
import { changesIn, readBlob } from "./changes.ts";

const TEXT = "one\ntwo\nthree\nfour\n";
const ODD = ["with blank.txt", "é 🧹.txt", 'a "quoted"\tname\n2.txt', "-rf.txt", "a/b/:c.txt"];

async function linesOf(repository: Repository, name: string, since = "HEAD", staged = false) {
  const { root } = repository;
  const changes = await changesIn({ cwd: root, staged, since });
  const change = changes.ofFile(join(root, name));
  return change === undefined
    ? "unchanged"
    : (change.lines?.map(({ first, last }) => [first, last]) ?? "all");
}

describe("lines that changed since a commit", () => {
  test.each<[string, string, readonly (readonly number[])[]]>([
    ["a changed line", "one\nTWO\nthree\nfour\n", [[2, 2]]],
    [
      "lines added",
      "zero\none\ntwo\nthree\nfour\nfive\nsix\n",
      [
        [1, 1],
        [6, 7],
      ],
    ],
    ["a line removed is no line", "one\nthree\nfour\n", []],
    ["the last line without its end", "one\ntwo\nthree\nfour", [[4, 4]]],
    ["text that looks like a diff", "one\n@@ -1 +9 @@\ndiff --git a/x b/x\n+++ b/y\n", [[2, 4]]],
    ["Windows line ends", "one\r\ntwo\nthree\nfour\n", [[1, 1]]],
  ])("%s", async (_, text, lines) => {
    const repository = createRepository({ "a.txt": TEXT });
    repository.write("a.txt", text);
    expect(await linesOf(repository, "a.txt")).toEqual(lines);
  });

  test.each(ODD)("in a file named %j", async (name) => {
    const repository = createRepository({ [name]: TEXT, "z.txt": TEXT });
    repository.write(name, "one\n2\nthree\nfour\n");
    repository.write("z.txt", "1\ntwo\nthree\nfour\n");
    expect(await linesOf(repository, name)).toEqual([[2, 2]]);
    expect(await linesOf(repository, "z.txt")).toEqual([[1, 1]]);
  });

  test("a file that git does not know yet counts as a whole, an ignored one does not", async () => {
    const repository = createRepository({ ".gitignore": "*.log\n" });
    repository.write("new.txt", TEXT);
    repository.write("new.log", TEXT);
    expect(await linesOf(repository, "new.txt")).toBe("all");
    expect(await linesOf(repository, "new.log")).toBe("unchanged");
  });

  test("a file that was moved counts where it changed", async () => {
    const long = Array.from({ length: 20 }, (_, index) => `line ${index}\n`).join("");
    const repository = createRepository({ "old name.txt": long });
    repository.git("mv", "old name.txt", "new name.txt");
    repository.write("new name.txt", long.replace("line 7", "line VII"));
    expect(await linesOf(repository, "new name.txt")).toEqual([[8, 8]]);
  });

  test("what others did on the branch meanwhile is left out", async () => {
    const repository = createRepository({ "a.txt": TEXT, "b.txt": TEXT });
    repository.git("checkout", "--quiet", "-b", "work");
    repository.write("a.txt", `${TEXT}mine\n`);
    repository.commit();
    repository.git("checkout", "--quiet", "main");
    repository.write("b.txt", `${TEXT}theirs\n`);
    repository.commit();
    repository.git("checkout", "--quiet", "work");
    expect(await linesOf(repository, "a.txt", "main")).toEqual([[5, 5]]);
    expect(await linesOf(repository, "b.txt", "main")).toBe("unchanged");
  });

  test("settings of git do not matter", async () => {
    const repository = createRepository({ "a.txt": TEXT });
    for (const [key, value] of [
      ["diff.noprefix", "true"],
      ["diff.external", "false"],
      ["diff.context", "9"],
      ["diff.interHunkContext", "9"],
      ["color.ui", "always"],
      ["core.quotePath", "true"],
      ["diff.renames", "copies"],
    ]) {
      repository.git("config", key ?? "", value ?? "");
    }
    repository.write("a.txt", "1\ntwo\nthree\n4\n");
    expect(await linesOf(repository, "a.txt")).toEqual([
      [1, 1],
      [4, 4],
    ]);
  });

  test("from a folder inside, all paths are the same", async () => {
    const repository = createRepository({ "in/a.txt": TEXT, "b.txt": TEXT });
    repository.write("b.txt", "1\ntwo\nthree\nfour\n");
    const changes = await changesIn({
      cwd: join(repository.root, "in"),
      staged: false,
      since: "HEAD",
    });
    expect(changes.ofFile(join(repository.root, "b.txt"))?.lines).toHaveLength(1);
  });
});

describe("what is staged", () => {
  test.each(ODD)("a file named %j, as it is in the index", async (name) => {
    const repository = createRepository({});
    repository.write(name, TEXT);
    repository.git("add", "--all");
    repository.write(name, "later\n");
    const { root } = repository;
    const change = (await changesIn({ cwd: root, staged: true })).ofFile(join(root, name));
    expect(change?.lines).toBeUndefined();
    expect(Buffer.from(await readBlob(root, change?.blob ?? "")).toString()).toBe(TEXT);
  });

  test("not what is only on disk, not links, not what is gone", async () => {
    const repository = createRepository({ "gone.txt": TEXT, "a.txt": TEXT });
    repository.write("a.txt", "later\n");
    symlinkSync("a.txt", join(repository.root, "link.txt"));
    repository.git("add", "link.txt");
    repository.git("rm", "--quiet", "gone.txt");
    const changes = await changesIn({ cwd: repository.root, staged: true });
    for (const name of ["a.txt", "link.txt", "gone.txt"]) {
      expect(changes.ofFile(join(repository.root, name))).toBeUndefined();
    }
  });

  test("before the first commit", async () => {
    const project = createRepository({});
    project.git("checkout", "--quiet", "--orphan", "fresh");
    project.write("a.txt", TEXT);
    project.git("add", "--all");
    const changes = await changesIn({ cwd: project.root, staged: true });
    expect(changes.ofFile(join(project.root, "a.txt"))).toBeDefined();
  });
});

describe("trouble", () => {
  test("no repository", async () => {
    const { root } = createProject({});
    await expect(changesIn({ cwd: root, staged: true })).rejects.toMatchObject({
      code: "E_GIT",
      message: expect.stringContaining("is in no git repository"),
    });
  });

  test.each(["nope", "--output=evil.txt", "-x", ""])("no commit %j", async (since) => {
    const { root, git } = createRepository({});
    await expect(changesIn({ cwd: root, staged: false, since })).rejects.toMatchObject({
      code: "E_GIT",
      message: `git knows no commit "${since}".`,
    });
    expect(git("status", "--porcelain")).toBe("");
  });

  test("no common history", async () => {
    const repository = createRepository({});
    repository.git("checkout", "--quiet", "--orphan", "other");
    repository.write("b.txt", TEXT);
    repository.commit();
    await expect(
      changesIn({ cwd: repository.root, staged: false, since: "main" }),
    ).rejects.toMatchObject({ hint: expect.stringContaining("fetch-depth") });
  });
});
