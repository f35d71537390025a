#!/usr/bin/env bash
# Starts SmsPortal. Settings are environment variables, see .env.example.
#   ./src/run.sh          the portal, with a private database unless SMSPORTAL_CONNECTION_STRING names one
#   ./src/run.sh --demo   the same with simulated vendors, people and messages, in a database of its own
# Other arguments go to the portal. Ctrl-C ends everything that was started.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source=src/prerequisites.sh
source "$root/src/prerequisites.sh"

demo=0
arguments=()
for argument in "$@"; do
  case $argument in
    --demo) demo=1 ;;
    -h | --help) sed -n '2,5s/^# \{0,1\}//p' "$root/src/run.sh"; exit ;;
    *) arguments+=("$argument") ;;
  esac
done

# Built output would serve its assets uncompressed, so programs are published: once per state of the sources, into a folder
# of that state, so that a running portal never loses its files. A clone of somebody else's stays as it is.
find_cache() {
  if [[ -O $root && -w $root ]]; then
    cache=$root/.cache/run
  elif [[ -n ${HOME:-} ]]; then
    cache=${XDG_CACHE_HOME:-$HOME/.cache}/smsportal
  else
    cache=$DOTNET_CLI_HOME/smsportal
  fi
  mkdir -p "$cache" || die "cannot write to $cache: set XDG_CACHE_HOME to a folder that this user can write to."
}

state_of_sources() {
  local sum=(sha256sum)
  command -v sha256sum >/dev/null || sum=(shasum -a 256)
  (cd "$root" && find src migrations Directory.*.props global.json .editorconfig \( -name obj -o -name bin \) -prune -o -type f -print0 |
    LC_ALL=C sort -z | xargs -0 "${sum[@]}" | "${sum[@]}" | cut -c1-16)
}

# publish <project>: leaves the program in $published/<project>
publish() {
  local project=$1 making
  published=$cache/published/$state
  [[ -e $published/$project/$project.dll ]] && { touch "$published"; return; }
  say "building $project (once for these sources, about half a minute) …"
  mkdir -p "$published"
  making=$published/$project.$$
  (
    if command -v flock >/dev/null; then exec 9>"$cache/build.lock"; flock 9; fi # two starts at once build one after the other
    [[ -e $published/$project/$project.dll ]] && exit
    cd "$root"
    dotnet publish "src/$project" -c Release -o "$making" --artifacts-path "$cache/build" --nologo -v quiet >&2 9>&- && # a build does not inherit the lock
      { mv "$making" "$published/$project" 2>/dev/null || [[ -e $published/$project/$project.dll ]]; }
  ) || { rm -rf "$making"; die "the build failed, see above. A first build needs the network for its packages."; }
  # The newest few states stay: one of them may be running.
  find "$cache/published" -mindepth 1 -maxdepth 1 -type d -exec ls -dt {} + | tail -n +6 | while read -r old; do rm -rf "$old"; done
}

answers() { # answers <port>: whether the simulator answers there
  local line
  exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
  printf 'GET /control/ping HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
  read -r -t 5 line <&3 || line=
  exec 3>&-
  [[ $line == HTTP/*" 200 "* ]]
} 2>/dev/null

# The simulator ends with this process, which becomes the portal, however that ends (also by kill -9).
start_simulator() {
  local port with_us=()
  if command -v setpriv >/dev/null; then with_us=(setpriv --pdeathsig TERM --); fi
  for _ in 1 2 3; do
    port=$((20000 + RANDOM % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && continue # taken
    "${with_us[@]}" dotnet "$published/SmsPortal.VendorSimulator/SmsPortal.VendorSimulator.dll" \
      --Url "http://127.0.0.1:$port" --Profile fast --Seed $((RANDOM + 1)) --FirstId $(($(date +%s) - 1760000000)) </dev/null >"$cache/simulator.log" 2>&1 &
    simulator=$!
    if [[ ${#with_us[@]} == 0 ]]; then
      (trap '' INT; while kill -0 $$ 2>/dev/null; do sleep 1; done; kill "$simulator" 2>/dev/null) &
    fi
    for _ in {1..150}; do
      if answers "$port"; then
        export SMSPORTAL_DEMO_SIMULATOR=http://127.0.0.1:$port
        return
      fi
      kill -0 "$simulator" 2>/dev/null || break
      sleep 0.2
    done
    kill "$simulator" 2>/dev/null || true
  done
  tail -n 5 "$cache/simulator.log" >&2
  die "the vendor simulator does not start, see $cache/simulator.log."
}

find_home
find_dotnet
[[ -n ${SMSPORTAL_CONNECTION_STRING:-} ]] || need_postgres
find_cache
state=$(state_of_sources)
publish SmsPortal.Web
if [[ $demo == 1 ]]; then
  publish SmsPortal.VendorSimulator
  start_simulator
  export SMSPORTAL_DEMO=1
fi

# The content root is the current folder unless said; settings files are not watched, as there are none.
export DOTNET_hostBuilder__reloadConfigOnChange=false
exec dotnet "$published/SmsPortal.Web/SmsPortal.Web.dll" --contentRoot "$published/SmsPortal.Web" ${arguments[@]+"${arguments[@]}"}
