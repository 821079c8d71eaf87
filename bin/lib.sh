# Shared by the scripts of this folder: finds a JDK and says plainly what is missing.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

major_of() { "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p'; }

# Sets JAVA_HOME to a JDK 21 or newer: JAVA_HOME, then the java on the path, then the usual folders, newest first.
find_jdk() { find_home javac "a JDK"; }

# The same for running only what was built elsewhere: a JRE will do.
find_jre() { find_home java "a Java runtime"; }

find_home() {
  local candidates=() candidate major
  [ -n "${JAVA_HOME:-}" ] && candidates+=("$JAVA_HOME")
  if command -v "$1" >/dev/null 2>&1; then
    candidates+=("$(dirname "$(dirname "$(readlink -f "$(command -v "$1")")")")")
  fi
  while IFS= read -r candidate; do candidates+=("$candidate"); done < <(ls -d /usr/lib/jvm/*/ /opt/java/*/ "$HOME"/.sdkman/candidates/java/*/ 2>/dev/null | sed 's:/$::' | sort -Vr)
  for candidate in "${candidates[@]}"; do
    [ -x "$candidate/bin/$1" ] || continue
    major=$(major_of "$candidate")
    if [ "${major:-0}" -ge 21 ]; then
      export JAVA_HOME="$candidate"
      return 0
    fi
  done
  echo "Askwell needs $2 21 or newer (25 is what we run). Install one and set JAVA_HOME." >&2
  exit 69
}

need() {
  command -v "$1" >/dev/null 2>&1 && return 0
  if [ -n "${2:-}" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing $2 ..." >&2
    apt-get -q update >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends $2 >/dev/null && return 0
  fi
  echo "Askwell needs '$1'${2:+ (package $2)}, which is not installed here." >&2
  exit 69
}

maven() { (cd "$root" && mvn -q -B "$@"); }
