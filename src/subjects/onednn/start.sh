#!/bin/sh
# start.sh NAME FORMAT-TAG IMPLEMENTATION FORMATS
OMP_NUM_THREADS=1 exec java -Dorg.bytedeco.javacpp.cachedir="$PWD/target/cache" -jar target/subject.jar "$@"
