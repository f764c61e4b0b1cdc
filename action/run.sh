#!/usr/bin/env bash
# Runs creeplint in a GitHub Actions job: annotations, a step summary, and a SARIF file if one is
# wanted. The inputs of action.yml come as CREEPLINT_ variables.
set -euo pipefail

# The commit that a pull request is compared with. A checkout of depth 1 lacks it.
base_commit() {
  local base="refs/remotes/origin/$GITHUB_BASE_REF"
  if is_shallow; then git fetch --quiet --no-tags --deepen=1 origin >&2; fi
  # What is checked out is by default the merge of the pull request into its base.
  if git rev-parse --verify --quiet 'HEAD^2^{commit}' >/dev/null; then
    git rev-parse 'HEAD^1'
    return
  fi
  git fetch --quiet --no-tags origin "+refs/heads/$GITHUB_BASE_REF:$base" >&2
  if ! git merge-base HEAD "$base" >/dev/null && is_shallow; then
    git fetch --quiet --no-tags --unshallow origin >&2
  fi
  git rev-parse "$base"
}

is_shallow() {
  [ "$(git rev-parse --is-shallow-repository)" = true ]
}

summary="$(mktemp)"
trap 'rm -f "$summary"' EXIT

arguments=(lint --format github --format "markdown:$summary")
if [ -n "${CREEPLINT_FAIL_ON:-}" ]; then arguments+=(--fail-on "$CREEPLINT_FAIL_ON"); fi
if [ -n "${CREEPLINT_MAX_WARNINGS:-}" ]; then arguments+=(--max-warnings "$CREEPLINT_MAX_WARNINGS"); fi
if [ -n "${CREEPLINT_MAX_SCORE:-}" ]; then arguments+=(--max-score "$CREEPLINT_MAX_SCORE"); fi
if [ -n "${CREEPLINT_CONFIG:-}" ]; then arguments+=(--config "$CREEPLINT_CONFIG"); fi
if [ -n "${CREEPLINT_SARIF_FILE:-}" ]; then arguments+=(--format "sarif:$CREEPLINT_SARIF_FILE"); fi
if [ "${CREEPLINT_CHANGED_ONLY:-}" = true ] && [ -n "${GITHUB_BASE_REF:-}" ]; then
  arguments+=(--since "$(base_commit)")
fi
arguments+=(--)
while IFS= read -r file; do
  if [ -n "$file" ]; then arguments+=("$file"); fi
done <<<"${CREEPLINT_FILES:-}"

package="creeplint${CREEPLINT_VERSION:+@$CREEPLINT_VERSION}"
code=0
npx --yes "$package" "${arguments[@]}" || code=$?

if [ -s "$summary" ]; then cat "$summary" >>"$GITHUB_STEP_SUMMARY"; fi
{
  echo "exit-code=$code"
  echo "sarif-file=${CREEPLINT_SARIF_FILE:-}"
} >>"$GITHUB_OUTPUT"
exit "$code"
