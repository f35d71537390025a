#!/usr/bin/env bash
# Shows that the guards can fail: plants one defect after the other into a copy of the sources, builds it, runs the test classes that guard it, and expects red.
#   tests/planted/run.sh           every plant
#   tests/planted/run.sh NAME ...  only these
# Ends with 1 when a plant was not caught, does not fit the sources any more or does not build, or when the guards are red without one.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
# shellcheck source=src/prerequisites.sh
source "$root/src/prerequisites.sh"

tests=SmsPortal.Tests
webhooks=$tests.Webhooks.GetSmsWebhookTests
durable=$tests.Trouble.AcknowledgedMeansDurableTests
repeats=$tests.Trouble.RepeatedWebhookTests
writer=$tests.Storage.MessageWriterTests
queries=$tests.Storage.MessageQueriesTests
inbox=$tests.Pages.Inbox.InboxPageTests
names=(unique-index-dropped answered-before-commit published-before-commit visibility-of-queries-removed visibility-of-feed-removed)

# plant NAME: edits the copy, and names the classes that guard against it.
plant() {
  case $1 in
    unique-index-dropped)
      guards=("$repeats" "$writer")
      swap "$(cd "$root" && echo migrations/SmsPortal.Migrations/Migrations/*_Initial.cs)" 'table.PrimaryKey("pk_message_identity", x => new { x.account_id, x.hash, x.occurrence });' '' ;;
    answered-before-commit)
      guards=("$durable" "$webhooks")
      swap src/SmsPortal.Web/Webhooks/VendorWebhooks.cs 'await intake.TakeInOrRefuseAsync(account.Id, said.Messages, cancellationToken)' '_ = intake.TakeInOrRefuseAsync(account.Id, said.Messages, CancellationToken.None)' ;;
    published-before-commit)
      guards=("$durable" "$repeats")
      swap src/SmsPortal/Intake/MessageIntake.cs 'var written = await writer.WriteAsync(' \
        'await feed.PublishCommittedAsync([.. batch.Select(work => work.Message.ToStored(feed.Cursor + 1, time.GetUtcNow()))], feed.Cursor, feed.Cursor, cancellationToken);
        var written = await writer.WriteAsync(' ;;
    visibility-of-queries-removed)
      guards=("$queries" "$inbox")
      swap src/SmsPortal/Storage/Visibility.cs 'viewer.SeesAll' '(viewer.SeesAll || viewer.UserId != default)' ;;
    visibility-of-feed-removed)
      guards=("$inbox")
      swap src/SmsPortal/Live/AccessScopes.cs 'Sees(StoredMessage message) => Lines is null ||' 'Sees(StoredMessage message) => Lines is null || message.Id > 0 ||' ;;
    *) die "there is no plant called $1; there are: ${names[*]}" ;;
  esac
}

# swap FILE BEFORE AFTER: in the copy; refuses when BEFORE is not there.
swap() {
  planted=$1
  BEFORE=$2 AFTER=$3 perl -0pi -e '$n += s/\Q$ENV{BEFORE}\E/$ENV{AFTER}/g; END { $? = !$n }' "$copy/$1" || { say "$1 holds no \"$2\" any more: the plant must follow the sources."; return 1; }
}

build() { (cd "$copy" && dotnet build "tests/$tests" --nologo -v quiet -p:TreatWarningsAsErrors=false -p:RunAnalyzers=false) >"$copy/build.log" 2>&1; }

# run CLASS ...: sets total and failed.
run() {
  local class arguments=() report=$copy/report.xml
  for class in "$@"; do arguments+=(-class "$class"); done
  rm -f "$report"
  (cd "$copy/tests/$tests/bin/Debug/net10.0" && timeout --kill-after=30s 10m dotnet "$tests.dll" -noLogo -noColor -xml "$report" "${arguments[@]}") >"$copy/run.log" 2>&1
  total=$(sed -n 's/.*<assembly [^>]* total="\([0-9]*\)".*/\1/p' "$report" 2>/dev/null | head -n 1)
  failed=$(sed -n 's/.*<assembly [^>]* failed="\([0-9]*\)".*/\1/p' "$report" 2>/dev/null | head -n 1)
}

missed=0
not_caught() { # not_caught NAME WHY FILE
  printf 'planted %s: NOT CAUGHT (%s)\n' "$1" "$2"
  tail -n 30 "$3" >&2
  missed=$((missed + 1))
}

find_home
find_dotnet
[[ -n ${SMSPORTAL_TEST_CONNECTION_STRING:-} ]] || need_postgres SMSPORTAL_TEST_CONNECTION_STRING
command -v perl >/dev/null || die "the plants are made with perl, which is missing."
copy=$(mktemp -d "${TMPDIR:-/tmp}/smsportal-planted.XXXXXX") || exit 1
trap 'rm -rf "$copy"' EXIT
(cd "$root" && find . \( -name bin -o -name obj -o -name .git -o -name .cache -o -name TestResults \) -prune -o -type f -print0 | tar --null -T - -cf -) | tar -xf - -C "$copy"

say "building a copy without a plant; its guards must be green"
build || { tail -n 30 "$copy/build.log" >&2; die "the copy does not build."; }
run "$webhooks" "$durable" "$repeats" "$writer" "$queries" "$inbox"
[[ ${total:-0} -gt 0 && ${failed:-1} == 0 ]] || { tail -n 30 "$copy/run.log" >&2; die "the guards are red without a plant: they prove nothing."; }

[[ $# -gt 0 ]] || set -- "${names[@]}"
for name in "$@"; do
  if ! plant "$name"; then
    not_caught "$name" "it does not fit the sources" /dev/null
  elif ! build; then
    not_caught "$name" "it does not build" "$copy/build.log"
  else
    run "${guards[@]}"
    if [[ ${total:-0} -gt 0 && ${failed:-0} -gt 0 ]]; then
      printf 'planted %s: caught by %d tests\n' "$name" "$failed"
    else
      not_caught "$name" "${total:-no} tests ran" "$copy/run.log"
    fi
  fi
  cp "$root/$planted" "$copy/$planted" # with a new time, so that it is built again
done
exit $((missed > 0))
