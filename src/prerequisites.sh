# shellcheck shell=bash
# What src/run.sh and tests/run.sh need of the machine. To be sourced.

say() { printf 'SmsPortal: %s\n' "$*" >&2; }
die() { say "$@"; exit 1; }

# Without HOME, dotnet does not know where its packages lie. A user without a home folder gets one for this purpose only.
find_home() {
  [[ -n ${HOME:-} ]] || HOME=$(getent passwd "$(id -u)" 2>/dev/null | cut -d: -f6) || true
  if [[ -n ${HOME:-} && -d $HOME && -w $HOME ]]; then
    export HOME
  else
    unset HOME
    export DOTNET_CLI_HOME=${DOTNET_CLI_HOME:-${TMPDIR:-/tmp}/smsportal-dotnet-$(id -u)}
    mkdir -p -m 700 "$DOTNET_CLI_HOME"
    [[ -O $DOTNET_CLI_HOME ]] || die "$DOTNET_CLI_HOME belongs to another user: set HOME to a folder that this user can write to."
    export NUGET_PACKAGES=${NUGET_PACKAGES:-$DOTNET_CLI_HOME/packages}
  fi
}

find_dotnet() {
  local folder
  if ! command -v dotnet >/dev/null; then
    for folder in "${DOTNET_ROOT:-}" "${HOME:-}/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet /opt/dotnet; do
      [[ -x $folder/dotnet ]] && PATH=$folder:$PATH && break
    done
  fi
  command -v dotnet >/dev/null && dotnet --list-sdks 2>/dev/null | grep -q '^10\.' ||
    die "the .NET 10 SDK is missing. Install it from https://dotnet.microsoft.com/download (Ubuntu: apt-get install dotnet-sdk-10.0) and start again."
  export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
  # No build servers that stay behind when we end.
  export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false DOTNET_CLI_USE_MSBUILD_SERVER=0
}

has_postgres() {
  local initdb
  for initdb in "${SMSPORTAL_POSTGRES_BIN:-}/initdb" /usr/lib/postgresql/*/bin/initdb /opt/homebrew/opt/postgresql@*/bin/initdb /usr/local/opt/postgresql@*/bin/initdb; do
    [[ -x $initdb ]] && return
  done
  command -v initdb >/dev/null
}

# Installs Debian packages where this user may; otherwise says nothing and fails.
install_packages() {
  local as_root=()
  command -v apt-get >/dev/null || return 1
  if [[ $(id -u) != 0 ]]; then
    command -v sudo >/dev/null && sudo -n true 2>/dev/null || return 1
    as_root=(sudo -n)
  fi
  say "installing $* …"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 || true # an old list may still do
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >&2
}

need_postgres() {
  has_postgres && return
  install_packages postgresql && has_postgres ||
    die "PostgreSQL's server is missing and cannot be installed by this user. Install it (Debian, Ubuntu: sudo apt-get install postgresql; macOS: brew install postgresql@17), or name a database of your own in ${1:-SMSPORTAL_CONNECTION_STRING}."
}
