# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Fetches a Debian source package from the mirrors that this machine's apt is set up with. Everything apt writes goes to
# a folder of the caller's; the system's sources, lists, caches and hooks are only read. Sourced by the demo, the
# benchmark of the scan and the corpus.

# private_sources FOLDER: the system's package sources, asked for source packages.
private_sources() {
  local file
  mkdir -p "$1/sources.list.d"
  : >"$1/sources.list"
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    [ ! -r "$file" ] || sed -nE 's/^[[:space:]]*deb([[:space:]])/deb-src\1/p' "$file" >>"$1/sources.list"
  done
  for file in /etc/apt/sources.list.d/*.sources; do
    [ ! -r "$file" ] || sed -E 's/^Types:.*/Types: deb-src/' "$file" >"$1/sources.list.d/$(basename "$file")"
  done
}

# private_apt FOLDER: an apt configuration with the system's settings (proxy, pinning, credentials), but with state,
# cache and hooks of its own.
private_apt() {
  local folder=$1
  rm -rf "$folder/apt.conf.d" "$folder/sources.list.d"
  mkdir -p "$folder/apt.conf.d" "$folder/state/lists/partial" "$folder/cache/archives/partial"
  find /etc/apt/apt.conf.d -maxdepth 1 -type f -readable -exec cp -t "$folder/apt.conf.d" {} + 2>/dev/null || true
  private_sources "$folder"
  cat >"$folder/apt.conf.d/zz-private" <<CONF
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
APT::Sandbox::User "$(id -un)";
Acquire::Retries "2";
Dir::Etc::sourcelist "$folder/sources.list";
Dir::Etc::sourceparts "$folder/sources.list.d";
Dir::State "$folder/state";
Dir::State::status "/var/lib/dpkg/status";
Dir::Cache "$folder/cache";
CONF
  printf 'Dir::Etc::parts "%s/apt.conf.d";\n' "$folder" >"$folder/apt.conf"
}

# have_fresh_lists FOLDER: of this hour, so that many packages in a row ask the mirror once.
have_fresh_lists() { [ -n "$(find "$1/state/lists" -maxdepth 1 -name '*Sources*' -mmin -60 2>/dev/null)" ]; }

# get_source PACKAGE: into the current folder. An index can name a version that the mirror no longer has: then an older one.
get_source() {
  local version
  apt-get -q source --only-source "$1" && return
  for version in $(apt-cache showsrc "$1" | sed -n 's/^Version: //p' | sort -rV | tail -n +2); do
    rm -rf ./*
    apt-get -q source --only-source "$1=$version" && return
  done
  return 1
}

# fetch_source WORK PACKAGE FOLDER: leaves the unpacked source in FOLDER, which is replaced; apt's own things in WORK/apt.
fetch_source() {
  local work=$1 package=$2 folder=$3 unpacked
  private_apt "$work/apt"
  export APT_CONFIG=$work/apt/apt.conf LC_ALL=C
  have_fresh_lists "$work/apt" || apt-get -q update || return
  rm -rf "$work/fetched" && mkdir -p "$work/fetched" "$(dirname "$folder")" && cd "$work/fetched" || return
  get_source "$package" || return
  unpacked=$(find . -mindepth 1 -maxdepth 1 -type d | head -n 1)
  [ -n "$unpacked" ] || { echo "apt-get source $package left no folder"; return 1; }
  rm -rf "$folder" && mv "$unpacked" "$folder" && rm -rf "$work/fetched"
}
