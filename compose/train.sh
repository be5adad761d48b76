#!/bin/sh
# Starts the platform once on its embedded databases and stops it, which leaves magnetiq.aot.
set -eu
export HOST=127.0.0.1 DATA_DIR=/tmp/training
java @/app/jvm.options -XX:AOTCacheOutput=/app/magnetiq.aot -jar /app/magnetiq.jar serve &
server=$!

tries=60
until java -Xmx32m -jar /app/magnetiq.jar status; do
  tries=$((tries - 1))
  if [ "$tries" -eq 0 ] || ! kill -0 "$server"; then
    echo "The platform did not start, so there is no archive to make." >&2
    exit 1
  fi
  sleep 1
done

kill -TERM "$server"
wait "$server" || true
test -s /app/magnetiq.aot
