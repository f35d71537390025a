#!/usr/bin/env bash
# Tests SmsPortal: sets up what is missing, builds with warnings as errors, runs every test project, and ends with one line
# "N passed, N failed, N skipped".
#   tests/run.sh                        everything
#   tests/run.sh -class Some.TestClass  arguments of the xunit.v3 runner (-class, -method, -namespace, -trait …)
#   tests/run.sh --project Browser      only projects whose name contains this
#   tests/run.sh --planted              plants defects and shows that tests notice them
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source=src/prerequisites.sh
source "$root/src/prerequisites.sh"

only=
filter=()
while (($#)); do
  case $1 in
    --planted) shift; exec "$root/tests/planted/run.sh" "$@" ;;
    --project) only=${2:?a part of a project\'s name}; shift ;;
    -h | --help) sed -n '2,7s/^# \{0,1\}//p' "$root/tests/run.sh"; exit ;;
    *) filter+=("$1") ;;
  esac
  shift
done

has_browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null

need_browser() {
  local missing=() package
  has_browser || missing+=(chromium)
  if command -v dpkg-query >/dev/null; then # the glyphs of the languages that texts come in
    for package in fonts-noto-core fonts-noto-color-emoji; do
      dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
  fi
  [[ ${#missing[@]} == 0 ]] || install_packages "${missing[@]}" || say "the browser tests need ${missing[*]}, which this user cannot install."
}

passed=0 failed=0 skipped=0
finish() {
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  exit $((failed > 0))
}

# count <report>: adds up what an xunit report says; a report that is missing or cut off is a failure, so that a crash never looks green.
count() {
  local assembly
  assembly=$(grep -o '<assembly [^>]*>' "$1" 2>/dev/null | head -n 1)
  if [[ -z $assembly ]] || ! grep -q '</assemblies>' "$1"; then
    return 1
  fi
  attribute() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$assembly"; }
  ran=$(attribute total)
  passed=$((passed + $(attribute passed)))
  failed=$((failed + $(attribute failed) + $(attribute errors)))
  skipped=$((skipped + $(attribute skipped) + $(attribute not-run)))
}

run_project() { # run_project <name>
  local name=$1 report=$results/$1.xml output=$root/tests/$1/bin/Debug/net10.0 before=$failed status=0
  rm -f "$report"
  say "running $name"
  # In its output folder: the in-process test host looks for its manifest there.
  (cd "$output" && "${give_up[@]}" dotnet "$output/$name.dll" -noLogo -noColor -xml "$report" ${filter[@]+"${filter[@]}"}) || status=$?
  ran=0
  if ! count "$report"; then
    say "$name gave no result (exit code $status)."
    failed=$((failed + 1))
  elif [[ $ran == 0 && ${#filter[@]} == 0 ]]; then
    say "$name ran no test."
    failed=$((failed + 1))
  elif [[ $status != 0 && $failed == "$before" && $ran != 0 ]]; then
    say "$name ended with exit code $status although no test failed."
    failed=$((failed + 1))
  fi
}

# Reported, not judged: a registry may know nothing about vulnerabilities.
report_vulnerable() {
  local text
  text=$(cd "$root" && timeout 120 dotnet list SmsPortal.sln package --vulnerable --include-transitive 2>&1)
  if grep -q 'has the following vulnerable packages' <<<"$text"; then
    say "packages with known vulnerabilities:"
    grep -E '^Project|^ +>' <<<"$text" >&2
  elif grep -q 'has no vulnerable packages' <<<"$text"; then
    say "the registry names no package with a known vulnerability (it may have no data)."
  else
    say "the registry has no data about vulnerable packages: $(grep -m 1 -E 'error|warn' <<<"$text" | cut -c1-200)"
  fi
}

find_home
find_dotnet
[[ -n ${SMSPORTAL_TEST_CONNECTION_STRING:-} ]] || need_postgres SMSPORTAL_TEST_CONNECTION_STRING
projects=()
for project in "$root"/tests/*Portal.Tests/*.csproj "$root"/tests/*BrowserTests/*.csproj "$root"/tests/*/*.csproj; do # quick ones first
  name=$(basename "$project" .csproj)
  grep -q '"xunit.v3"' "$project" && [[ $name == *"$only"* && " ${projects[*]-} " != *" $name "* ]] && projects+=("$name")
done
[[ ${#projects[@]} -gt 0 ]] || { say "no test project is called like \"$only\"."; failed=1; finish; }
[[ ${projects[*]} != *Browser* ]] || need_browser
results=$root/TestResults
mkdir -p "$results" || die "cannot write to $results."
give_up=()
command -v timeout >/dev/null && give_up=(timeout --foreground --kill-after=30s 45m)

say "building"
if ! (cd "$root" && dotnet build SmsPortal.sln --nologo -v quiet -warnaserror); then
  say "the build failed."
  failed=1
  finish
fi

for name in "${projects[@]}"; do
  run_project "$name"
done
[[ ${#filter[@]} -gt 0 || -n $only ]] || report_vulnerable
if ((passed + failed + skipped == 0)); then
  say "no test was found."
  failed=1
fi
finish
