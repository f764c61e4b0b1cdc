export const MAIN_HELP = `
Without a command, creeplint reads the files and folders that you name, or this folder.

Examples:
  creeplint                             read every message in this folder
  creeplint emails/welcome.html         read one message
  creeplint emails --diff               show the rewrites as changes
  creeplint explain watching/noticed    why a line is creepy, and what to write
  creeplint help lint                   every option`;

export const LINT_HELP = `
Exit code: 0 nothing found, 1 something at or above --fail-on, 2 trouble.

Examples:
  creeplint lint emails push.jsonl
  creeplint lint "campaigns/**/*.html" --kind transactional
  creeplint lint sms.txt --channel sms
  creeplint lint emails --fix                  apply the rewrites that are safe
  creeplint lint --rule activity/cart=off      leave one rule out
  creeplint lint --format pretty --format json:report.json
  pbpaste | creeplint lint -                   read what you copied`;

export const EXPLAIN_HELP = `
Example:
  creeplint explain activity/absence`;

export const RULES_HELP = `
Examples:
  creeplint rules
  creeplint rules --format json`;

export const PARSE_HELP = `
Use it to find out why a line was or was not found.

Examples:
  creeplint parse emails/welcome.html
  creeplint parse sms.txt --channel sms --format json`;

export const SUPPRESSIONS_HELP = `
Examples:
  creeplint suppressions
  creeplint suppressions emails --format json`;

export const INIT_HELP = `
Examples:
  creeplint init
  creeplint init --hook --ci    look at what is committed, too
  creeplint init --force        start again`;

export const TEST_RULES_HELP = `
Each rule file holds lines that the rule must find (flags) and must leave alone (allows).
Without paths, the rules that come with creeplint and those of your config are tested.
Exit code: 0 every example came out right, 1 some did not, 2 trouble.

Examples:
  creeplint test-rules
  creeplint test-rules our-rules --coverage`;
