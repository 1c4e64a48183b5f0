# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# Installs what is missing of a group's packages (packages.tsv), and nothing else. Sourced by tools/dev.

readonly packages_table=$ASSAY_ROOT/tools/dev.d/packages.tsv

# "debian-12"; ASSAY_RELEASE overrides it for a derivative that is compatible with one of the rows.
release_of_this_machine() {
  if [ -n "${ASSAY_RELEASE:-}" ]; then
    printf '%s' "$ASSAY_RELEASE"
  elif [ -r /etc/os-release ]; then
    (. /etc/os-release && printf '%s-%s' "${ID:-unknown}" "${VERSION_ID:-unknown}")
  else
    printf 'unknown'
  fi
}

# The third column of this release's row for a group, empty when there is none.
table_row() {
  awk -F '\t' -v release="$(release_of_this_machine)" -v group="$1" \
    '$1 == release && $2 == group { print $3 }' "$packages_table"
}

# The version that this release's rows name; clang-format and clang-tidy stay with it.
release_llvm() {
  local version
  version=$(table_row llvm)
  printf '%s' "${version:-22}"
}

# The version to build with: --llvm N, else the release's.
llvm_version() { printf '%s' "${asked_llvm:-$(release_llvm)}"; }

# take_llvm ARGUMENT…: takes `--llvm N` out of a command's arguments; sets asked_llvm, and arguments to the rest.
take_llvm() {
  arguments=()
  while [ $# -gt 0 ]; do
    if [ "$1" = --llvm ]; then
      [[ ${2:-} =~ ^[0-9]+$ ]] || die 2 "--llvm wants a major version, as in --llvm 19"
      asked_llvm=$2
      shift
    else
      arguments+=("$1")
    fi
    shift
  done
}

# packages_of_group GROUP: the words of its row, of the version to build with. The checkers of our own code keep theirs.
packages_of_group() {
  local row
  row=$(table_row "$1")
  [ -n "$row" ] || die 2 "$packages_table has no row for $(release_of_this_machine), group $1"
  case $1 in
    format | tidy) printf '%s' "$row" ;;
    other-llvm) printf '%s' "llvm-$row-dev libclang-$row-dev libclang-cpp$row" ;;
    *) printf '%s' "$row" | sed "s/-$(release_llvm)\\b/-$(llvm_version)/g" ;;
  esac
}

require_known_release() {
  [ -n "$(table_row llvm)" ] || die 2 "no packages are known for $(release_of_this_machine)" \
    "add its rows to tools/dev.d/packages.tsv, or set ASSAY_RELEASE to a compatible release that has them"
  command -v dpkg-query >/dev/null || die 2 "there is no dpkg here: only Debian and its relatives can be set up"
}

# missing_packages PACKAGE…: those that dpkg does not call installed.
missing_packages() {
  local name installed
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p')
  for name in "$@"; do
    grep -qxF -- "$name" <<<"$installed" || printf '%s\n' "$name"
  done
}

# Sets as_root to the words that go before a command that needs root.
find_root() {
  as_root=()
  [ "$(id -u)" -ne 0 ] || return 0
  local hint="run this once as root: apt-get install $*"
  command -v sudo >/dev/null || die 2 "packages are missing, and there is neither root nor sudo" "$hint"
  # Asked here, in the open: a step's own input and output are not the terminal's.
  if [ -t 0 ]; then sudo -v || die 2 "sudo was refused" "$hint"; fi
  sudo -n true 2>/dev/null || die 2 "packages are missing, and sudo asks for a password" "$hint"
  as_root=(sudo -n)
}

apt_get() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get -q -y -o DPkg::Lock::Timeout=300 \
    -o Acquire::Retries=3 -o Dpkg::Use-Pty=0 "$@" </dev/null
}

# apt-get update only warns when nothing can be reached; what counts is whether the packages are known afterwards.
update_package_lists() {
  apt_get update || return
  local name policy
  for name in "$@"; do
    policy=$(LC_ALL=C apt-cache policy "$name")
    if [[ $policy == *'Candidate: '[!\(]* ]]; then continue; fi
    echo "apt knows no package $name: is there a network, and does apt's configuration name a mirror with security updates?"
    return 2
  done
}

# setup GROUP…: quick and silent when nothing is missing.
setup() {
  local group row
  local -a words wanted=() missing
  require_known_release
  for group in "$@"; do
    row=$(packages_of_group "$group")
    read -r -a words <<<"$row"
    wanted+=("${words[@]}")
  done
  mapfile -t missing < <(missing_packages "${wanted[@]}" | sort -u)
  [ "${#missing[@]}" -gt 0 ] || return 0
  say "Missing packages: ${missing[*]}"
  find_root "${missing[@]}"
  step "Read the package lists" update_package_lists "${missing[@]}"
  step "Install ${#missing[@]} packages and what they need" apt_get install --no-install-recommends "${missing[@]}"
}
