import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { VERSION } from "../version.ts";
import type { NewFile } from "./new-file.ts";

const GITHUB = `name: creeplint
on:
  pull_request:
  push:
    branches: [main]

permissions:
  contents: read

jobs:
  creeplint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          # The commit that the work branched off must be there.
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - name: Read the copy
        env:
          # Empty outside of pull requests: then everything is reported.
          BASE: \${{ github.event.pull_request.base.sha }}
        run: >-
          npx --yes creeplint@${VERSION} lint
          --format github --format markdown:creeplint.md
          \${BASE:+--since "$BASE"}
      - name: Show the summary
        if: \${{ !cancelled() && hashFiles('creeplint.md') != '' }}
        run: cat creeplint.md >> "$GITHUB_STEP_SUMMARY"
`;

const GITLAB = `creeplint:
  image: node:22
  variables:
    # The commit that the work branched off must be there.
    GIT_DEPTH: "0"
  script:
    - npx --yes creeplint@${VERSION} lint --format pretty --format gitlab:gl-code-quality-report.json \${CI_MERGE_REQUEST_DIFF_BASE_SHA:+--since "$CI_MERGE_REQUEST_DIFF_BASE_SHA"}
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
`;

/** The CI job that fits the folder: GitLab's where GitLab's config is there, else GitHub's. */
export function ciFor(cwd: string): NewFile {
  if (!existsSync(resolve(cwd, ".gitlab-ci.yml"))) {
    return { path: ".github/workflows/creeplint.yml", text: GITHUB };
  }
  return {
    path: ".gitlab/creeplint.yml",
    text: GITLAB,
    next: 'Add to .gitlab-ci.yml: "include: .gitlab/creeplint.yml"',
  };
}
