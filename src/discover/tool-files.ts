import { basename } from "node:path";

/**
 * Files that set up tools and describe interfaces. They are data, as campaigns may be, and hold no
 * copy: folders and globs pass over them, and a path that names one does not.
 */
const NAMES = new Set(
  (
    "package.json package-lock.json npm-shrinkwrap.json composer.json bower.json lerna.json " +
    "nx.json project.json turbo.json rush.json angular.json deno.json deno.jsonc biome.json " +
    "biome.jsonc knip.json cspell.json vercel.json now.json netlify.json firebase.json app.json " +
    "renovate.json release-please-config.json components.json manifest.json launch.json " +
    "settings.json tasks.json extensions.json global.json appsettings.json nest-cli.json " +
    "pnpm-lock.yaml pnpm-workspace.yaml action.yml action.yaml mkdocs.yml _config.yml " +
    "codecov.yml appveyor.yml azure-pipelines.yml bitbucket-pipelines.yml cloudbuild.yaml " +
    "serverless.yml serverless.yaml chart.yaml values.yaml kustomization.yaml skaffold.yaml " +
    "pubspec.yaml pubspec.lock analysis_options.yaml environment.yml buildspec.yml app.yaml " +
    "render.yaml fly.yaml creeplint.yaml creeplint.yml lefthook.yml taskfile.yml mta.yaml " +
    "gradle.properties local.properties gradle-wrapper.properties build.properties " +
    "sonar-project.properties application.properties bootstrap.properties config.properties"
  ).split(" "),
);

const PATTERNS =
  /^(?:(?:ts|js)config(?:[.-][\w.-]+)?\.json|[\w.-]*(?:rc|\.config|\.conf|\.schema|\.lock|-lock)\.(?:jsonc?|ya?ml)|(?:docker-)?compose(?:\.[\w-]+)?\.ya?ml|(?:openapi|swagger|asyncapi|schema)(?:[.-][\w.-]+)?\.(?:jsonc?|ya?ml)|values[.-][\w.-]+\.ya?ml|log(?:4j2?|ging|back)[\w.-]*\.(?:properties|ya?ml)|application[.-][\w.-]+\.(?:properties|ya?ml))$/u;

/** Whether a file is known by its name to be no copy. */
export function isToolFile(path: string): boolean {
  const name = basename(path).toLowerCase();
  return NAMES.has(name) || PATTERNS.test(name);
}
