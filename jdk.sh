# Finds a JDK 25 or newer under JAVA_HOME or the usual folders; sourced by the scripts at the root.
# Maven itself runs on it: on an older JDK, Spotless and Spring's build steps fall back or fail.
for j in "${JAVA_HOME:-}" /usr/lib/jvm/*25* /usr/lib/jvm/*2[6-9]* "$HOME"/.sdkman/candidates/java/25* /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do
  [ -n "$j" ] && [ -x "$j/bin/javac" ] || continue
  v=$("$j/bin/javac" -version 2>&1 | sed -E 's/javac ([0-9]+).*/\1/')
  [ "$v" -ge 25 ] 2>/dev/null && { JAVA_HOME="$j"; export JAVA_HOME; found=1; break; }
done
if [ -z "${found:-}" ]; then
  echo "SX-SETUP-JDK: no JDK 25 was found | at: JAVA_HOME, /usr/lib/jvm | value: ${JAVA_HOME:-not set} | cure: install one (Temurin 25, say) and set JAVA_HOME" >&2
  exit 1
fi
