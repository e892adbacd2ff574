#!/bin/sh
# start.sh CLASS; ND4J's native code prints to standard output
OMP_NUM_THREADS=1 exec java -Dbn.answers=/dev/fd/3 -Dorg.bytedeco.javacpp.cachedir="$PWD/target/cache" -cp "target/subject.jar:target/lib/*" "$@" 3>&1 1>&2
