import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { relative, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { createProject, type Project } from "../testing/project.ts";
import { type DiscoverOptions, discover } from "./discover.ts";

function find(project: Project, paths: readonly string[], more: Partial<DiscoverOptions> = {}) {
  const { files, problems } = discover({
    paths,
    cwd: project.root,
    root: project.root,
    extensions: [".html", ".md"],
    ignore: [],
    useIgnoreFiles: true,
    ...more,
  });
  return {
    files: files.map(({ path }) => relative(project.root, path).split(sep).join("/")),
    problems,
  };
}

const TREE = {
  "a.html": "",
  "b.HTML": "",
  "c.png": "",
  noext: "",
  "emails/a.md": "",
  "emails/[draft].md": "",
  "emails/deep/x.html": "",
  ".hidden/x.html": "",
  ".hidden.html": "",
  "node_modules/x/x.html": "",
  "emails/vendor/x.html": "",
  "dist/x.html": "",
};

describe("what paths stand for", () => {
  test.each<[string, string[], string[]]>([
    [
      "a folder",
      ["."],
      ["a.html", "b.HTML", "emails/[draft].md", "emails/a.md", "emails/deep/x.html"],
    ],
    ["an inner folder", ["emails/"], ["emails/[draft].md", "emails/a.md", "emails/deep/x.html"]],
    ["a file", ["a.html"], ["a.html"]],
    ["a file of any extension", ["noext", "c.png"], ["c.png", "noext"]],
    ["a hidden file that is named", [".hidden.html"], [".hidden.html"]],
    ["a folder that is left alone unless it is named", ["dist"], ["dist/x.html"]],
    [
      "the same twice",
      ["a.html", "./a.html", "."],
      ["a.html", "b.HTML", "emails/[draft].md", "emails/a.md", "emails/deep/x.html"],
    ],
    ["a glob", ["emails/*"], ["emails/[draft].md", "emails/a.md"]],
    ["a deep glob", ["**/*.html"], ["a.html", "emails/deep/x.html"]],
    ["a glob with an extension of its own", ["*.png"], ["c.png"]],
    ["a glob with braces", ["{a,b}.{html,HTML}"], ["a.html", "b.HTML"]],
    ["a name that looks like a glob", ["emails/[draft].md"], ["emails/[draft].md"]],
    ["an exclusion", ["emails", "!emails/deep/**"], ["emails/[draft].md", "emails/a.md"]],
    ["nothing", [], []],
  ])("%s", (_, paths, expected) => {
    expect(find(createProject(TREE), paths)).toEqual({ files: expected, problems: [] });
  });

  test("named files are told from found ones", () => {
    const project = createProject({ "a.html": "", "b.html": "" });
    const options = { cwd: project.root, root: project.root, extensions: [".html"], ignore: [] };
    expect(discover({ ...options, paths: ["a.html", "."], useIgnoreFiles: true }).files).toEqual([
      { path: project.path("a.html"), named: true },
      { path: project.path("b.html"), named: false },
    ]);
  });

  test.each([
    ["nope.html", "There is no such file or folder."],
    ["a.html/x", "There is no such file or folder."],
    ["nope/*.html", "No file matches."],
    ["emails/*.htm", "No file matches."],
    ["x\0y", "There is no such file or folder."],
    ["/dev/null", "It is neither a file nor a folder."],
  ])("%j is a problem", (path, message) => {
    expect(find(createProject(TREE), [path])).toEqual({ files: [], problems: [{ path, message }] });
  });

  test("an extended glob is no glob, so that it cannot hang", () => {
    const project = createProject({ "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.html": "" });
    const start = performance.now();
    find(project, ["+(+(a)+(a))b.html"]);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("what is ignored", () => {
  const tree = { "a.html": "", "b/a.html": "", "b/c/a.html": "", "b/c/d.html": "" };
  const all = Object.keys(tree);

  test.each<[string, Record<string, string>, string[]]>([
    ["a folder", { ".gitignore": "b/" }, ["a.html"]],
    ["a name at any depth", { ".gitignore": "a.html" }, ["b/c/d.html"]],
    [
      "a path from the folder of the file",
      { "b/.gitignore": "/a.html" },
      ["a.html", "b/c/a.html", "b/c/d.html"],
    ],
    ["all but one", { ".gitignore": "*.html\n!d.html" }, ["b/c/d.html"]],
    [
      "an inner file wins",
      { ".gitignore": "a.html", "b/.gitignore": "!a.html" },
      ["b/a.html", "b/c/a.html", "b/c/d.html"],
    ],
    [
      "nothing comes back from a folder that is ignored",
      { ".gitignore": "b/", "b/.gitignore": "!a.html" },
      ["a.html"],
    ],
    [
      "our own file wins over git's",
      { ".creeplintignore": "!a.html\nd.html", "b/.gitignore": "a.html" },
      ["a.html", "b/a.html", "b/c/a.html"],
    ],
    ["case counts", { ".gitignore": "A.html" }, all],
    ["CRLF, comments and blank lines", { ".gitignore": "# x\r\n\r\nb/\r\n" }, ["a.html"]],
    ["a byte order mark", { ".gitignore": "\uFEFFb/" }, ["a.html"]],
    [".ignore is not read", { ".ignore": "b/" }, all],
  ])("%s", (_, files, expected) => {
    const project = createProject({ ...tree, ...files });
    expect(find(project, ["."])).toEqual({ files: expected, problems: [] });
    // Naming files gives the same, without a word about those that are ignored.
    expect(find(project, all)).toEqual({ files: expected, problems: [] });
  });

  test("ignore files of outer folders count, up to the repository", () => {
    const project = createProject({ ...tree, ".gitignore": "a.html", "b/.gitignore": "x" });
    expect(find(project, ["b/c"]).files).toEqual(["b/c/d.html"]);
    mkdirSync(project.path("b/.git"));
    expect(find(project, ["b/c"]).files).toEqual(["b/c/a.html", "b/c/d.html"]);
  });

  test("a folder that is ignored gives nothing even if it is named", () => {
    const project = createProject({ ...tree, ".gitignore": "b" });
    expect(find(project, ["b", "b/c", "b/**/*.html"]).files).toEqual([]);
  });

  test("patterns of the config and of flags win over files", () => {
    const project = createProject({ ...tree, ".creeplintignore": "d.html" });
    const ignore = [
      { folder: project.path("b"), patterns: ["/a.html"] },
      { folder: project.root, patterns: ["!d.html", "/a.html"] },
    ];
    expect(find(project, ["."], { ignore }).files).toEqual(["b/c/a.html", "b/c/d.html"]);
  });

  test("ignore files can be left unread", () => {
    const project = createProject({ ...tree, ".gitignore": "b/" });
    expect(find(project, ["."], { useIgnoreFiles: false }).files).toEqual(all);
  });

  test("a large folder that is ignored is not entered", () => {
    const project = createProject({ ...tree, ".gitignore": "b/" });
    chmodSync(project.path("b/c"), 0o000);
    expect(find(project, ["."]).problems).toEqual([]);
    chmodSync(project.path("b/c"), 0o755);
  });
});

describe("links", () => {
  test("inside a folder are left alone, named ones are followed", () => {
    const project = createProject({ "in/a.html": "", "out/b.html": "" });
    symlinkSync("..", project.path("in/loop"));
    symlinkSync("../out", project.path("in/out"));
    symlinkSync("a.html", project.path("in/same.html"));
    symlinkSync("nowhere", project.path("in/broken.html"));
    expect(find(project, ["in"]).files).toEqual(["in/a.html"]);
    expect(find(project, ["in/out"]).files).toEqual(["in/out/b.html"]);
    expect(find(project, ["in/same.html"]).files).toEqual(["in/same.html"]);
    expect(find(project, ["in/broken.html"]).problems).toEqual([
      { path: "in/broken.html", message: "There is no such file or folder." },
    ]);
  });

  test("a link to itself is a problem", () => {
    const project = createProject({});
    symlinkSync("x", project.path("x"));
    expect(find(project, ["x"]).problems).toHaveLength(1);
  });
});
