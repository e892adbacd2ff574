#!/bin/sh
# start.sh: with a relative folder for its libraries, JavaCPP takes those of Debian's libtorch instead
exec java -Dorg.bytedeco.javacpp.cachedir="$PWD/target/cache" -jar target/subject.jar
